package groundwork.report;

/** The short form of a type: {@code aws:ec2/vpc:Vpc} is {@code aws ec2.Vpc}, {@code groundwork:network:Network} is {@code network.Network}. */
public final class TypeName {
    private TypeName() {}

    public static String of(String type) {
        var parts = type.split(":");
        var module = parts[1].contains("/") ? parts[1].substring(0, parts[1].indexOf('/')) : parts[1];
        var text = (module.equals("index") ? "" : module + ".") + parts[parts.length - 1];
        return parts[0].equals("groundwork") ? text : parts[0] + " " + text;
    }
}
