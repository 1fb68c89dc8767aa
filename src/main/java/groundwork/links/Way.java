package groundwork.links;

import com.pulumi.core.Output;
import groundwork.settings.units.Cidr;
import java.util.List;
import java.util.Optional;

/** Where packets of a link go: to a security group of this stack, or to addresses outside it. */
public record Way(Optional<Output<String>> securityGroup, List<Cidr> addresses, int port) {
    public Way {
        addresses = List.copyOf(addresses);
    }

    public static Way to(Output<String> securityGroup, int port) {
        return new Way(Optional.of(securityGroup), List.of(), port);
    }

    public static Way outside(List<Cidr> addresses, int port) {
        return new Way(Optional.empty(), addresses.isEmpty() ? List.of(Cidr.WORLD) : addresses, port);
    }
}
