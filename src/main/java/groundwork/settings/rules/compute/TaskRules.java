package groundwork.settings.rules.compute;

import groundwork.settings.LinkKind;
import groundwork.settings.links.LinkSettings;
import groundwork.settings.links.LinkSettings.Access;
import groundwork.settings.rules.Draft;
import groundwork.settings.service.ServiceSettings;

/** How many tasks of a service there may be, and what they run on. */
public record TaskRules(Draft draft, String name, ServiceSettings service) {
    private static final int MOST_QUEUES = 5;

    public void check() {
        if (isSound("tasks") && isSound("links")) {
            backlogIsOfConsumedQueues();
        }
        if (isSound("stopTimeout") && isSound("links")) {
            messagesStayHiddenWhileATaskStops();
        }
        if (isSound("tasks") && isSound("spot")) {
            productionKeepsATaskOnDemand();
            spotHasTasksToRun();
        }
        if (isSound("tasks") && service.platform().isInNetwork()) {
            somethingWakesIt();
        }
    }

    private void backlogIsOfConsumedQueues() {
        long consumed = service.links().stream().filter(this::consumes).count();
        var backlog = draft.at("services", name, "tasks", "backlog");
        backlog.unless(
                service.tasks().backlog().isEmpty() || consumed > 0,
                "needs a consumed queue; link to one with access: consume");
        backlog.unless(
                service.tasks().backlog().isEmpty() || consumed <= MOST_QUEUES,
                "%d consumed queues are too many: an alarm takes 10 metrics, two for each queue; split the service, or consume"
                        + " at most 5",
                consumed);
    }

    private void messagesStayHiddenWhileATaskStops() {
        service.links().stream()
                .filter(this::consumes)
                .map(LinkSettings::to)
                .filter(queue -> draft.isSound("queues", queue))
                .distinct()
                .forEach(queue -> {
                    var visibility = draft.settings().queues().get(queue).visibility();
                    draft.at("queues", queue, "visibility")
                            .unless(
                                    visibility.compareTo(service.stopTimeout()) >= 0,
                                    "%ss is less than the stopTimeout of services.%s, %ss: another task would get a message"
                                            + " that a stopping one still works on; give at least %ss",
                                    visibility.toSeconds(),
                                    name,
                                    service.stopTimeout().toSeconds(),
                                    service.stopTimeout().toSeconds());
                });
    }

    private boolean consumes(LinkSettings link) {
        return draft.settings().queues().containsKey(link.to())
                && LinkKind.access(link, service, draft.settings())
                        .filter(Access::consumes)
                        .isPresent();
    }

    private void productionKeepsATaskOnDemand() {
        var spot = service.spot();
        draft.at("services", name, "spot", "base")
                .unless(
                        !draft.settings().environment().isProduction()
                                || !service.isWeb()
                                || spot.share().value() == 0
                                || spot.base() > 0,
                        "%d: in production a service with routes needs an on-demand task, since Spot capacity can "
                                + "run out; set at least 1",
                        spot.base());
    }

    private void spotHasTasksToRun() {
        var spot = service.spot();
        int most = service.tasks().most();
        draft.warnAt("services", name, "spot", "base")
                .unless(
                        spot.share().value() == 0 || spot.base() < most,
                        "covers all tasks, of which there are at most %d, so none runs on Spot; lower base, or raise tasks.max",
                        most);
    }

    private void somethingWakesIt() {
        var tasks = service.tasks();
        draft.at("services", name, "tasks", "min")
                .unless(
                        tasks.min() > 0 || !tasks.scales() || tasks.backlog().isPresent(),
                        "0: with no task running there is no load to scale by, so it would never start again; give at least 1, or"
                                + " scale by the backlog of a queue; sleep stops it while nobody uses it");
    }

    private boolean isSound(String key) {
        return draft.isSound("services", name, key);
    }
}
