import { containersOf } from "../../containers";
import { resourceRule, stackRule } from "../../rule";
import { APP_RUNNER, LOG_GROUP, TASK_DEFINITION } from "../../types";

export const containersHaveNoPrivileges = resourceRule({
    id: "containers-have-no-privileges",
    controls: ["FSBP ECS.4", "FSBP ECS.3", "WA SEC06-BP02"],
    description: "No container is privileged, adds rights of the kernel, or shares the host's processes or network.",
    remedy: "Remove privileged, linuxParameters.capabilities.add, pidMode, ipcMode and networkMode host.",
    types: [TASK_DEFINITION],
    check(task, expect) {
        const { props } = task;
        expect(
            () => props["pidMode"] === undefined || props["pidMode"] === "task",
            "shares the host's processes",
            "pidMode",
        );
        expect(
            () => props["ipcMode"] === undefined || props["ipcMode"] !== "host",
            "shares the host's memory",
            "ipcMode",
        );
        expect(
            () => (props["networkMode"] ?? "bridge") === "awsvpc",
            "has no network interface, and so no security group, of its own",
            "networkMode",
        );
        for (const { path, container } of containersOf(task)) {
            expect(() => container.privileged !== true, `${container.name} is privileged`, `${path}.privileged`);
            expect(
                () => (container.linuxParameters?.capabilities?.add ?? []).every((it: string) => it === "SYS_PTRACE"),
                `${container.name} adds rights of the kernel`,
                `${path}.linuxParameters.capabilities.add`,
            );
            expect(
                () =>
                    !container.dockerSecurityOptions?.some((it: string) =>
                        /unconfined|apparmor:|label:disable/.test(it),
                    ),
                `${container.name} is not confined`,
                `${path}.dockerSecurityOptions`,
            );
            expect(
                () => (container.linuxParameters?.devices ?? []).length === 0,
                `${container.name} has devices of the host`,
                `${path}.linuxParameters.devices`,
            );
        }
        expect(
            () => [...(props["volumes"] ?? [])].every(it => it.hostPath === undefined && it.host === undefined),
            "mounts a folder of the host",
            "volumes",
        );
    },
});

export const containersAreNotRoot = resourceRule({
    id: "containers-are-not-root",
    controls: ["FSBP ECS.20", "WA SEC06-BP02"],
    description: "No container is told to run as root.",
    remedy: "Set user to another one, or leave it to the image.",
    setting: "services.*.user",
    types: [TASK_DEFINITION],
    check(task, expect) {
        for (const { path, container } of containersOf(task)) {
            expect(
                () => !/^(root|0)(:|$)/.test(String(container.user ?? "")),
                `${container.name} runs as root`,
                `${path}.user`,
            );
        }
    },
});

export const rootDiskIsReadOnly = resourceRule({
    id: "root-disk-is-read-only",
    level: "advisory",
    controls: ["FSBP ECS.5", "WA SEC06-BP02"],
    description: "A container cannot write to its own file system, and so not change its program.",
    remedy: "Set readonlyRootFilesystem to true, with a volume for what it does write.",
    setting: "services.*.readonlyDisk",
    types: [TASK_DEFINITION],
    check(task, expect) {
        for (const { path, container } of containersOf(task)) {
            expect(
                () => container.readonlyRootFilesystem === true,
                `${container.name} can write to its own program`,
                `${path}.readonlyRootFilesystem`,
            );
        }
    },
});

export const containersLog = stackRule({
    id: "containers-log",
    controls: ["FSBP ECS.9", "WA SEC04-BP01"],
    description: "The output of each container is kept.",
    remedy: "Set logConfiguration with a driver and, for awslogs, a group of the stack and a prefix.",
    types: [TASK_DEFINITION],
    check(task, expect, topology) {
        for (const { path, container } of containersOf(task)) {
            const log = container.logConfiguration;
            expect(
                () => log?.logDriver !== undefined && log.logDriver !== "none",
                `the output of ${container.name} is lost`,
                `${path}.logConfiguration`,
            );
            if (log?.logDriver !== "awslogs") {
                continue;
            }
            const group = log.options?.["awslogs-group"];
            expect(
                () => !!group,
                `the output of ${container.name} has no log group`,
                `${path}.logConfiguration.options`,
            );
            const groups = topology.ofType(LOG_GROUP);
            expect(
                () =>
                    groups.length === 0 ||
                    groups.some(it => it.props["name"] === group || it.identities.includes(group)),
                `${container.name} logs to ${group}, which the stack does not create`,
                `${path}.logConfiguration.options`,
            );
            expect(
                () => !!log.options?.["awslogs-stream-prefix"],
                `${container.name} has no prefix for its log`,
                `${path}.logConfiguration.options`,
            );
            expect(
                () => !!log.options?.["awslogs-region"],
                `${container.name} has no region for its log`,
                `${path}.logConfiguration.options`,
            );
        }
    },
});

export const tasksHaveEssentials = resourceRule({
    id: "tasks-have-an-essential-container",
    controls: ["WA REL11-BP01"],
    description: "A task ends when its program does, and programs have time to end.",
    remedy: "Set essential to true on the program's container.",
    types: [TASK_DEFINITION],
    check(task, expect) {
        expect(() => !!task.props["cpu"] && !!task.props["memory"], "has no size", "cpu");
        expect(
            () => [...(task.props["requiresCompatibilities"] ?? [])].length > 0,
            "does not say what it runs on",
            "requiresCompatibilities",
        );
        const containers = containersOf(task);
        expect(() => containers.length > 0, "has no container", "containerDefinitions");
        expect(
            () => containers.length === 0 || containers.some(({ container }) => container.essential !== false),
            "goes on when its program has ended",
            "containerDefinitions",
        );
    },
});

export const imagesAreFixed = resourceRule({
    id: "images-are-fixed",
    controls: ["WA SEC06-BP04", "WA OPS05-BP02"],
    description: "A container's image has a tag, other than latest, or a digest.",
    remedy: "Name the version; what is behind latest changes without a deployment.",
    setting: "services.*.image",
    types: [TASK_DEFINITION, APP_RUNNER],
    check(resource, expect) {
        if (resource.type === APP_RUNNER) {
            expect(
                () => resource.props["sourceConfiguration"]?.autoDeploymentsEnabled !== true,
                "deploys every image that is pushed",
                "sourceConfiguration.autoDeploymentsEnabled",
            );
        }
        for (const { path, image } of imagesOf(resource)) {
            expect(
                () => !/:latest$/.test(image) && /(:[\w.-]+|@sha256:[0-9a-f]{64})$/.test(image),
                `has the image ${image}, which can change at any time`,
                path,
            );
        }
    },
});

export const imagesAreTrusted = resourceRule<{ registries: string[] }>({
    id: "images-are-from-known-registries",
    controls: ["WA SEC06-BP04", "WA SEC11-BP05"],
    description:
        "Images are from the account's repositories, or from the public registries of AWS and of known makers.",
    remedy: "Copy the image to a repository of the account, or add its registry to `registries`.",
    setting: "services.*.image",
    parameters: {
        registries: {
            type: "array",
            items: { type: "string" },
            default: [
                "public.ecr.aws",
                "docker.io",
                "ghcr.io",
                "quay.io",
                "gcr.io",
                "registry.k8s.io",
                "mcr.microsoft.com",
            ],
            description: "Registries that images may be from, besides ECR.",
        },
    },
    types: [TASK_DEFINITION, APP_RUNNER],
    check(resource, expect, { registries }) {
        for (const { path, image } of imagesOf(resource)) {
            const [registry = ""] = image.split("/");
            expect(
                () =>
                    !/[.:]/.test(registry) ||
                    !image.includes("/") ||
                    image.includes("@sha256:") ||
                    /\.dkr\.ecr\.[\w-]+\.amazonaws\.com(\.cn)?$/.test(registry) ||
                    registries.includes(registry),
                `has an image of ${registry}`,
                path,
            );
        }
    },
});

export const foreignImagesHaveDigests = resourceRule({
    id: "public-images-have-digests",
    level: "advisory",
    controls: ["WA SEC06-BP04"],
    description: "An image of somebody else is named by its digest: a tag can be moved.",
    remedy: "Add @sha256:… to the image.",
    types: [TASK_DEFINITION],
    check(resource, expect) {
        for (const { path, image } of imagesOf(resource)) {
            expect(
                () => /\.dkr\.ecr\./.test(image) || image.includes("@sha256:"),
                `takes ${image} by its tag, which its maker can move`,
                path,
            );
        }
    },
});

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
