import { containersOf } from "../../containers";
import { resourceRule, stackRule } from "../../rule";
import { APP_RUNNER, LOG_GROUP, TASK_DEFINITION } from "../../types";

export const containersHaveNoPrivileges = resourceRule(
    "containers-have-no-privileges",
    [TASK_DEFINITION],
    (task, expect) => {
        const { props } = task;
        expect(
            "pidMode",
            "shares the host's processes",
            () => props["pidMode"] === undefined || props["pidMode"] === "task",
        );
        expect(
            "ipcMode",
            "shares the host's memory",
            () => props["ipcMode"] === undefined || props["ipcMode"] !== "host",
        );
        expect(
            "networkMode",
            "has no network interface, and so no security group, of its own",
            () => (props["networkMode"] ?? "bridge") === "awsvpc",
        );
        for (const { path, container } of containersOf(task)) {
            expect(`${path}.privileged`, `${container.name} is privileged`, () => container.privileged !== true);
            expect(`${path}.linuxParameters.capabilities.add`, `${container.name} adds rights of the kernel`, () =>
                (container.linuxParameters?.capabilities?.add ?? []).every((it: string) => it === "SYS_PTRACE"),
            );
            expect(
                `${path}.dockerSecurityOptions`,
                `${container.name} is not confined`,
                () =>
                    !container.dockerSecurityOptions?.some((it: string) =>
                        /unconfined|apparmor:|label:disable/.test(it),
                    ),
            );
            expect(
                `${path}.linuxParameters.devices`,
                `${container.name} has devices of the host`,
                () => (container.linuxParameters?.devices ?? []).length === 0,
            );
        }
        expect("volumes", "mounts a folder of the host", () =>
            [...(props["volumes"] ?? [])].every(it => it.hostPath === undefined && it.host === undefined),
        );
    },
);

export const containersAreNotRoot = resourceRule("containers-are-not-root", [TASK_DEFINITION], (task, expect) => {
    for (const { path, container } of containersOf(task)) {
        expect(
            `${path}.user`,
            `${container.name} runs as root`,
            () => !/^(root|0+)(:|$)/.test(String(container.user ?? "")),
        );
    }
});

export const rootDiskIsReadOnly = resourceRule("root-disk-is-read-only", [TASK_DEFINITION], (task, expect) => {
    for (const { path, container } of containersOf(task)) {
        expect(
            `${path}.readonlyRootFilesystem`,
            `${container.name} can write to its own program`,
            () => container.readonlyRootFilesystem === true,
        );
    }
});

/** Log drivers that take what a container writes out of its machine. */
const SHIPS = ["awslogs", "awsfirelens", "splunk", "fluentd", "gelf", "syslog", "logentries", "none"];
/** Tags that their makers move from image to image. */
const MOVING =
    /:(latest|stable|main|master|trunk|develop|dev|edge|nightly|rolling|current|release|prod|production|staging)$/;

export const containersLog = stackRule("containers-log", [TASK_DEFINITION], (task, expect, topology) => {
    for (const { path, container } of containersOf(task)) {
        const log = container.logConfiguration;
        expect(
            `${path}.logConfiguration`,
            `the output of ${container.name} is lost`,
            () => log?.logDriver !== undefined && log.logDriver !== "none",
        );
        expect(
            `${path}.logConfiguration.logDriver`,
            `the output of ${container.name} stays where it runs, and is lost with it`,
            () => log === undefined || SHIPS.includes(log.logDriver),
        );
        expect(
            `${path}.logConfiguration.options`,
            `${container.name} creates its own log group, which is kept for ever`,
            () => log?.options?.["awslogs-create-group"] !== "true",
        );
        if (log?.logDriver !== "awslogs") {
            continue;
        }
        const group = log.options?.["awslogs-group"];
        expect(`${path}.logConfiguration.options`, `the output of ${container.name} has no log group`, () => !!group);
        const groups = topology.ofType(LOG_GROUP);
        expect(
            `${path}.logConfiguration.options`,
            `${container.name} logs to ${group}, which the stack does not create`,
            () =>
                !group ||
                groups.length === 0 ||
                groups.some(it => it.props["name"] === group || it.identities.includes(group)),
        );
        expect(
            `${path}.logConfiguration.options`,
            `${container.name} has no prefix for its log`,
            () => !!log.options?.["awslogs-stream-prefix"],
        );
        expect(
            `${path}.logConfiguration.options`,
            `${container.name} has no region for its log`,
            () => !!log.options?.["awslogs-region"],
        );
    }
});

export const tasksHaveEssentials = resourceRule(
    "tasks-have-an-essential-container",
    [TASK_DEFINITION],
    (task, expect) => {
        for (const size of ["cpu", "memory"]) {
            expect(size, "has no size", () => !!task.props[size]);
        }
        expect(
            "requiresCompatibilities",
            "does not say what it runs on",
            () => [...(task.props["requiresCompatibilities"] ?? [])].length > 0,
        );
        const containers = containersOf(task);
        expect("containerDefinitions", "has no container", () => containers.length > 0);
        expect(
            "containerDefinitions",
            "goes on when its program has ended",
            () => containers.length === 0 || containers.some(({ container }) => container.essential !== false),
        );
    },
);

export const imagesAreFixed = resourceRule("images-are-fixed", [TASK_DEFINITION, APP_RUNNER], (resource, expect) => {
    if (resource.type === APP_RUNNER) {
        expect(
            "sourceConfiguration.autoDeploymentsEnabled",
            "deploys every image that is pushed",
            () => resource.props["sourceConfiguration"]?.autoDeploymentsEnabled !== true,
        );
    }
    for (const { path, image } of imagesOf(resource)) {
        expect(
            path,
            `has the image ${image}, which can change at any time`,
            () => !MOVING.test(image) && /(:[\w.-]+|@sha256:[0-9a-f]{64})$/.test(image),
        );
    }
});

export const imagesAreTrusted = resourceRule<{ registries: string[] }>(
    "images-are-from-known-registries",
    [TASK_DEFINITION, APP_RUNNER],
    (resource, expect, { registries }) => {
        for (const { path, image } of imagesOf(resource)) {
            const [registry = ""] = image.split("/");
            expect(
                path,
                `has an image of ${registry}`,
                () =>
                    !/[.:]/.test(registry) ||
                    !image.includes("/") ||
                    image.includes("@sha256:") ||
                    /\.dkr\.ecr\.[\w-]+\.amazonaws\.com(\.cn)?$/.test(registry) ||
                    registries.includes(registry),
            );
        }
    },
);

const FULL_VERSION = /:v?\d+\.\d+\.\d+([.-][\w.-]+)?$/;

export const foreignImagesArePinned = resourceRule(
    "public-images-are-pinned",
    [TASK_DEFINITION],
    (resource, expect) => {
        for (const { path, image } of imagesOf(resource)) {
            expect(
                path,
                `takes ${image} by a tag that its publisher moves`,
                () => /\.dkr\.ecr\./.test(image) || image.includes("@sha256:") || FULL_VERSION.test(image),
            );
        }
    },
);

function imagesOf(resource: Parameters<typeof containersOf>[0]): { path: string; image: string }[] {
    if (resource.type === APP_RUNNER) {
        const repository = resource.props["sourceConfiguration"]?.imageRepository;
        const path = "sourceConfiguration.imageRepository.imageIdentifier";
        return repository === undefined ? [] : [{ path, image: String(repository.imageIdentifier ?? "") }];
    }
    return containersOf(resource).map(({ path, container }) => ({
        path: `${path}.image`,
        image: String(container.image ?? ""),
    }));
}
