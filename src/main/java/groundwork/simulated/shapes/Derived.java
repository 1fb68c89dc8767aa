package groundwork.simulated.shapes;

import static groundwork.simulated.shapes.Texts.afterLast;

import groundwork.simulated.Place;
import groundwork.simulated.Wanted;
import groundwork.values.Path;
import groundwork.values.Unknown;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The names a shape may use besides a resource's own properties: its place, its physical name, parts of what it refers to. */
public record Derived(Wanted wanted, Optional<String> nameProperty, Map<String, Object> outputs) {
    public Optional<Object> of(String property) {
        Place place = wanted.place();
        return switch (property) {
            case "account" -> Optional.of(place.account());
            case "region" -> Optional.of(place.region());
            case "partition" -> Optional.of(place.partition());
            case "shortRegion" -> Optional.of(place.shortRegion());
            case "zoneA" -> Optional.of(place.region() + "a");
            case "regionKey" ->
                Optional.of("c" + Fingerprint.of(place.account() + place.region(), Fingerprint.LOWER, 11));
            case "logicalName" -> Optional.of(wanted.name());
            case "name" -> Optional.of(physicalName());
            case "zoneNumber" ->
                from(
                        "availabilityZone",
                        zone -> zone.isEmpty() ? "1" : "" + (zone.charAt(zone.length() - 1) - 'a' + 1));
            case "balancerKind" -> Optional.of(kind(text("loadBalancerType").orElse("application")));
            case "balancerScheme" -> Optional.of(Boolean.TRUE.equals(outputs.get("internal")) ? "internal-" : "");
            case "balancerSuffix" -> from("arn", arn -> afterLast(arn, ":loadbalancer/"));
            case "targetGroupSuffix" -> from("arn", arn -> afterLast(arn, ":"));
            case "balancerOfListener" -> from("loadBalancerArn", arn -> afterLast(arn, ":loadbalancer/"));
            case "listenerOfRule" -> from("listenerArn", arn -> afterLast(arn, ":listener/"));
            case "clusterName" ->
                outputs.containsKey("clusterName")
                        ? own("clusterName")
                        : from("cluster", cluster -> afterLast(cluster, "/")).or(() -> Optional.of("default"));
            case "parameterPath" -> from("name", name -> name.startsWith("/") ? name : "/" + name);
            case "wafScope" -> from("scope", scope -> scope.equals("CLOUDFRONT") ? "global" : "regional");
            case "apiScheme" -> from("protocolType", protocol -> protocol.equals("WEBSOCKET") ? "wss" : "https");
            case "enginePort" -> Optional.of(enginePort(text("engine").orElse("")));
            default -> own(property);
        };
    }

    private Object physicalName() {
        return nameProperty
                .flatMap(this::own)
                .or(() -> own("name"))
                .or(() -> own(Texts.decapitalized(Texts.simpleType(wanted.type())) + "Name"))
                .orElse(wanted.name());
    }

    private Optional<Object> own(String property) {
        return Path.parse(property).in(outputs);
    }

    private Optional<String> text(String property) {
        return own(property).filter(String.class::isInstance).map(String.class::cast);
    }

    private Optional<Object> from(String property, UnaryOperator<String> part) {
        return own(property).map(value -> value instanceof String text ? part.apply(text) : Unknown.UNKNOWN);
    }

    private static String kind(String loadBalancerType) {
        return switch (loadBalancerType) {
            case "network" -> "net";
            case "gateway" -> "gwy";
            default -> "app";
        };
    }

    private static long enginePort(String engine) {
        if (engine.contains("postgres")) {
            return 5432;
        }
        return engine.startsWith("sqlserver") ? 1433 : engine.startsWith("oracle") ? 1521 : 3306;
    }
}
