package groundwork.plan.compute;

import groundwork.settings.service.SpotSettings;
import java.util.List;
import java.util.stream.Stream;

/** How tasks are spread over on-demand and Spot capacity. */
public record CapacityMix(List<Share> shares) {
    private static final int WHOLE = 100;

    public record Share(String provider, int base, int weight) {}

    public CapacityMix {
        shares = List.copyOf(shares);
    }

    public static CapacityMix of(SpotSettings spot) {
        int share = spot.share().value();
        var onDemand = new Share("FARGATE", spot.base(), WHOLE - share);
        var onSpot = new Share("FARGATE_SPOT", 0, share);
        return new CapacityMix(Stream.of(onDemand, onSpot)
                .filter(part -> part.weight() > 0 || part.base() > 0)
                .toList());
    }
}
