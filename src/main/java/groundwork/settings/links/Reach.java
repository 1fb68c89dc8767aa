package groundwork.settings.links;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** Where requests go to what services link to; security group rules, endpoints inside the VPC and prefix lists follow from it. */
public record Reach(Where where, Optional<String> awsService) {
    public static final Reach VPC = new Reach(Where.VPC, Optional.empty());
    public static final Reach INTERNET = new Reach(Where.INTERNET, Optional.empty());

    public enum Where {
        VPC,
        AWS,
        INTERNET
    }

    public Reach {
        requireNonNull(where, "where is null");
        requireNonNull(awsService, "awsService is null");
    }

    /** An API of AWS, by IAM's name of the service. */
    public static Reach aws(String service) {
        return new Reach(Where.AWS, Optional.of(service));
    }

    public boolean isInVpc() {
        return where == Where.VPC;
    }
}
