package groundwork.offline.recording;

/** Names resources the way the engine does: stack, project, the chain of parents' types, type, name. */
public record Urns(String project, String stack) {
    public static final String STACK_TYPE = "pulumi:pulumi:Stack";
    private static final String SEPARATOR = "::";

    public String of(String parent, String type, String name) {
        String parents = chain(parent);
        String chain = parents.isEmpty() || parents.equals(STACK_TYPE) ? type : parents + "$" + type;
        return "urn:pulumi:" + String.join(SEPARATOR, stack, project, chain, name);
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
