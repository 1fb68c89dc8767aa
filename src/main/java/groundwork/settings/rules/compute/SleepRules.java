package groundwork.settings.rules.compute;

import groundwork.aws.HttpApiLimits;
import groundwork.settings.LinkKind;
import groundwork.settings.links.LinkSettings;
import groundwork.settings.rules.Draft;
import groundwork.settings.service.ServiceSettings;
import groundwork.settings.sleep.ProbeSettings;
import groundwork.settings.sleep.SleepAnswer;
import groundwork.settings.sleep.SleepSettings;
import groundwork.settings.sleep.WakeReason;
import java.util.List;

/** An environment sleeps only where it can be stopped and woken, and nothing that stays awake needs what sleeps. */
public record SleepRules(Draft draft) {
    private static final String PROBED = "(/[\\w.~-]+)+";

    public void check() {
        if (draft.isSound("sleep")) {
            draft.settings().sleep().ifPresent(this::check);
        }
    }

    private void check(SleepSettings sleep) {
        productionSaysItTwice(sleep);
        if (!draft.areSoundInServices("platform", "sleep", "routes", "links", "tasks")) {
            return;
        }
        somethingSleeps();
        requestsHaveAHost(sleep);
        holdEndsBeforeTheConnection(sleep);
        probesCanBeRouted(sleep);
        draft.settings().services().forEach((name, service) -> {
            platformCanSleep(name, service);
            oneClockCountsTasks(name, service);
            findsWhatItNeedsAwake(name, service);
        });
    }

    private void productionSaysItTwice(SleepSettings sleep) {
        draft.at("sleep")
                .unless(
                        !draft.settings().environment().isProduction()
                                || sleep.production().orElse(false),
                        "this environment is of kind production, which does not sleep; remove sleep, or confirm it with"
                                + " production: true");
    }

    private void somethingSleeps() {
        draft.at("sleep")
                .unless(
                        draft.settings().services().values().stream().anyMatch(draft.settings()::sleeps),
                        "stops nothing: only services on Fargate sleep, and there is none that may; remove sleep");
    }

    private void requestsHaveAHost(SleepSettings sleep) {
        boolean isAsked = draft.settings().services().values().stream()
                .anyMatch(service -> service.isBalanced() && draft.settings().sleeps(service));
        draft.at("sleep", "wake")
                .unless(
                        !isAsked
                                || !sleep.wakesBy(WakeReason.REQUEST)
                                || draft.settings().domain().isPresent()
                                || !draft.settings().otherHosts().isEmpty(),
                        "a request wakes it only for a declared host, so that scanners of the bare address do not; set"
                                + " domain, or leave request out");
    }

    /** An HTTP API leads by path alone, and a path at its root would lead all requests to the waker. */
    private void probesCanBeRouted(SleepSettings sleep) {
        var probes = sleep.probes().filter(any -> draft.settings().entrance().isHttpApi());
        draft.at("sleep", "probes", "userAgents")
                .unless(
                        probes.map(ProbeSettings::userAgents).orElse(List.of()).isEmpty(),
                        "an HTTP API does not route by user agent; give paths instead, or choose entrance: load-balancer");
        draft.at("sleep", "probes", "paths")
                .unless(
                        probes.map(ProbeSettings::paths).orElse(List.of()).stream()
                                .allMatch(path -> path.matches(PROBED)),
                        "an HTTP API leads probes to the waker by whole parts of a path, of letters, digits and _.~-; use such"
                                + " paths, or choose entrance: load-balancer");
    }

    private void holdEndsBeforeTheConnection(SleepSettings sleep) {
        if (draft.settings().entrance().isHttpApi()) {
            long longest = HttpApiLimits.LONGEST_REQUEST.toSeconds();
            draft.at("sleep", "hold")
                    .unless(
                            sleep.answer() != SleepAnswer.HOLD || sleep.hold().toSeconds() < longest,
                            "%ss is not less than %ss, after which an HTTP API gives up; choose less",
                            sleep.hold().toSeconds(),
                            longest);
            return;
        }
        var idle = draft.settings().loadBalancer().idleTimeout();
        draft.at("sleep", "hold")
                .unless(
                        sleep.answer() != SleepAnswer.HOLD || sleep.hold().compareTo(idle) < 0,
                        "%ss is not less than loadBalancer.idleTimeout, %ss, after which the load balancer gives up; choose"
                                + " less",
                        sleep.hold().toSeconds(),
                        idle.toSeconds());
    }

    private void platformCanSleep(String name, ServiceSettings service) {
        draft.at("services", name, "sleep")
                .unless(
                        service.platform().isInNetwork() || !service.sleep(),
                        "%s services can't be stopped while the environment sleeps; set sleep: false here",
                        service.platform().label());
    }

    private void oneClockCountsTasks(String name, ServiceSettings service) {
        draft.at("services", name, "tasks", "schedule")
                .unless(
                        !draft.settings().sleeps(service)
                                || service.tasks().schedule().isEmpty(),
                        "would start tasks while the environment sleeps; remove schedule, or set sleep: false here");
    }

    private void findsWhatItNeedsAwake(String name, ServiceSettings service) {
        if (draft.settings().sleeps(service)) {
            return;
        }
        service.links().stream().map(LinkSettings::to).distinct().forEach(to -> {
            var services = draft.settings().services();
            var databases = draft.settings().databases();
            draft.at("services", name, "links")
                    .unless(
                            !services.containsKey(to) || !draft.settings().sleeps(services.get(to)),
                            "it stays awake and links to services.%s, which sleeps; set sleep: false there too",
                            to);
            draft.at("services", name, "links")
                    .unless(
                            !databases.containsKey(to)
                                    || !draft.isSound(LinkKind.DATABASES.block(), to)
                                    || !draft.settings().sleeps(databases.get(to)),
                            "it stays awake and links to databases.%s, which sleeps; set sleep: false there too",
                            to);
        });
    }
}
