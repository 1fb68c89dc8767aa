package groundwork.data.cache;

import com.pulumi.aws.elasticache.ParameterGroup;
import com.pulumi.aws.elasticache.ParameterGroupArgs;
import com.pulumi.aws.elasticache.inputs.ParameterGroupParameterArgs;
import groundwork.base.Component;
import groundwork.plan.names.NameRule;
import groundwork.settings.data.CacheSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A cache's parameter group. */
final class CacheParameters {
    private CacheParameters() {}

    /** What can't be changed in a group is part of its names, so that the next one can exist beside it. */
    static ParameterGroup create(Component cache, CacheSettings settings) {
        var family = family(settings);
        var kind = settings.isClustered() ? "cluster" : "single";
        var group = family.replace('.', '-') + "-" + kind;
        return new ParameterGroup(
                cache.child("parameters-" + group),
                ParameterGroupArgs.builder()
                        .name(cache.stack().names().of(NameRule.PARAMETER_GROUP, cache.name(), group))
                        .description("Eviction and mode of " + cache.name())
                        .family(family)
                        .parameters(parameters(settings))
                        .build(),
                cache.keepingNames("name", "description").build());
    }

    static String family(CacheSettings settings) {
        var engine = lower(settings.engine());
        var major = settings.version().split("\\.")[0];
        return engine.equals("redis") && major.equals("6") ? "redis6.x" : engine + major;
    }

    private static List<ParameterGroupParameterArgs> parameters(CacheSettings settings) {
        var all = new ArrayList<ParameterGroupParameterArgs>();
        all.add(parameter("maxmemory-policy", lower(settings.eviction())));
        if (settings.isClustered()) {
            all.add(parameter("cluster-enabled", "yes"));
        }
        return all;
    }

    private static ParameterGroupParameterArgs parameter(String name, String value) {
        return ParameterGroupParameterArgs.builder().name(name).value(value).build();
    }

    private static String lower(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
