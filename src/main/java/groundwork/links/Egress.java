package groundwork.links;

import com.pulumi.core.Output;
import groundwork.settings.units.Cidr;
import java.util.List;
import java.util.Optional;

/** Where packets of a link go: to a security group of this stack, or to addresses outside it. */
public record Egress(Optional<Output<String>> securityGroup, List<Cidr> addresses, int port) {
    public Egress {
        addresses = List.copyOf(addresses);
    }

    public static Egress to(Output<String> securityGroup, int port) {
        return new Egress(Optional.of(securityGroup), List.of(), port);
    }

    public static Egress outside(List<Cidr> addresses, int port) {
        return new Egress(Optional.empty(), addresses.isEmpty() ? List.of(Cidr.WORLD) : addresses, port);
    }
}
