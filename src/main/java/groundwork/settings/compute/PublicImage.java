package groundwork.settings.compute;

/** Images of others that a stack runs without being asked for by name, each by a tag that its publisher does not move. */
public enum PublicImage {
    /** Placeholders on Fargate, and the container that writes files. */
    BUSYBOX("docker/library/busybox:1.37.0"),
    /** Placeholders on App Runner. */
    HTTPD("docker/library/httpd:2.4.65"),
    XRAY_DAEMON("xray/aws-xray-daemon:3.3.15");

    public static final String REGISTRY = "public.ecr.aws";

    private final String name;

    PublicImage(String name) {
        this.name = name;
    }

    @Override
    public String toString() {
        return REGISTRY + "/" + name;
    }
}
