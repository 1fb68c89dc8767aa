package groundwork;

import com.pulumi.Pulumi;

/** What the Pulumi engine runs. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Pulumi.run(Topology::build);
    }
}
