package groundwork.settings.rules.compute;

import groundwork.settings.LinkSettings;
import groundwork.settings.LinkSettings.Access;
import groundwork.settings.rules.Draft;
import groundwork.settings.service.ServiceSettings;
import groundwork.settings.units.AppRunnerSize;
import groundwork.settings.units.FargateSize;

/** How large a service's tasks are, how many there may be and what they run on. */
public final class TaskRules {
    private final Draft draft;
    private final String name;
    private final ServiceSettings service;

    public TaskRules(Draft draft, String name, ServiceSettings service) {
        this.draft = draft;
        this.name = name;
        this.service = service;
    }

    public void check() {
        if (isSound("size")) {
            sizeCanBeHad();
        }
        if (isSound("tasks") && isSound("links")) {
            backlogIsOfAConsumedQueue();
        }
        if (isSound("tasks") && isSound("spot")) {
            productionKeepsATaskOnDemand();
            spotHasTasksToRun();
        }
        if (isSound("tasks")) {
            somethingWakesIt();
        }
    }

    private void sizeCanBeHad() {
        try {
            sizeOf(service);
        } catch (IllegalArgumentException e) {
            draft.at("services", name, "size").add("%s", e.getMessage());
        }
    }

    private static Record sizeOf(ServiceSettings service) {
        var size = service.size();
        return service.isOnAppRunner()
                ? new AppRunnerSize(size.cpu(), size.memory())
                : new FargateSize(size.cpu(), size.memory());
    }

    private void backlogIsOfAConsumedQueue() {
        draft.at("services", name, "tasks", "backlog")
                .unless(
                        service.tasks().backlog().isEmpty()
                                || service.links().stream().anyMatch(this::consumes),
                        "the service consumes no queue; link to one with access: consume");
    }

    /** A worker consumes unless its link says otherwise. */
    private boolean consumes(LinkSettings link) {
        boolean isQueue = draft.names("queues").contains(link.to());
        return isQueue && link.access().map(access -> access != Access.SEND).orElse(service.isWorker());
    }

    private void productionKeepsATaskOnDemand() {
        var spot = service.spot();
        draft.at("services", name, "spot", "base")
                .unless(
                        !draft.settings().environment().isProduction()
                                || !service.isWeb()
                                || spot.share().value() == 0
                                || spot.base() > 0,
                        "%d: in production a service with routes keeps a task on demand, since Spot can run out; give at"
                                + " least 1",
                        spot.base());
    }

    private void spotHasTasksToRun() {
        var spot = service.spot();
        int most = service.tasks().most();
        draft.warnAt("services", name, "spot", "base")
                .unless(
                        spot.share().value() == 0 || spot.base() < most,
                        "no more than %d run and as many are on demand, so none runs on Spot; lower it, or give tasks a"
                                + " higher max",
                        most);
    }

    private void somethingWakesIt() {
        var tasks = service.tasks();
        draft.warnAt("services", name, "tasks", "min")
                .unless(
                        tasks.min() > 0 || !tasks.scales() || tasks.backlog().isPresent(),
                        "with no task running there is no load to scale by, so it stays at 0; scale by backlog, or give 1");
    }

    private boolean isSound(String key) {
        return draft.isSound("services", name, key);
    }
}
