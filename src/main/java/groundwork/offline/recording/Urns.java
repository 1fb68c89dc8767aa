package groundwork.offline.recording;

/** Names resources the way the engine does: stack, project, the chain of parents' types, type, name. */
public record Urns(String project, String stack) {
    public static final String STACK_TYPE = "pulumi:pulumi:Stack";
    private static final String PREFIX = "urn:pulumi:";
    private static final String SEPARATOR = "::";

    public String of(String parent, String type, String name) {
        String parents = chain(parent);
        String chain = parents.isEmpty() || parents.equals(STACK_TYPE) ? type : parents + "$" + type;
        return PREFIX + String.join(SEPARATOR, stack, project, chain, name);
    }

    public static String name(String urn) {
        var parts = urn.split(SEPARATOR, 4);
        return parts.length < 4 ? "" : parts[3];
    }

    public static String type(String urn) {
        var chain = chain(urn);
        return chain.substring(chain.lastIndexOf('$') + 1);
    }

    /** The URN of a child, in the stack and project of its parent. */
    public static String child(String parent, String type, String name) {
        var parts = parent.split(SEPARATOR, 4);
        return new Urns(parts[1], parts[0].substring(PREFIX.length())).of(parent, type, name);
    }

    /** The URN inside a provider reference, which is that URN and an id. */
    public static String ofProvider(String reference) {
        int end = reference.lastIndexOf(SEPARATOR);
        return end < 0 ? reference : reference.substring(0, end);
    }

    private static String chain(String urn) {
        var parts = urn.split(SEPARATOR);
        return parts.length < 4 ? "" : parts[2];
    }
}
