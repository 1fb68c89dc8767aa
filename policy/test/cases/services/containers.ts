import { APP_RUNNER, LOG_GROUP, TASK_DEFINITION } from "../../../src/types";
import { type Cases, type Given, GONE } from "../case";

const task = (container: object, more: object = {}): Record<string, Given> => ({
    task: [TASK_DEFINITION, { ...more, containerDefinitions: [{ name: "app", ...container }] }],
});
const ECR = "123456789012.dkr.ecr.us-east-1.amazonaws.com";
const APP = "task.containerDefinitions[0]";
const CHANGES = "which can change at any time";

export const cases: Cases = {
    "containers-have-no-privileges": {
        sound: task(
            { linuxParameters: { capabilities: { add: ["SYS_PTRACE"] } } },
            { networkMode: "awsvpc", volumes: [{ name: "scratch" }] },
        ),
        faults: [
            ["task.pidMode", "host", "shares the host's processes"],
            ["task.ipcMode", "host", "shares the host's memory"],
            ["task.networkMode", "host", "has no network interface, and so no security group, of its own"],
            [`${APP}.privileged`, true, "app is privileged"],
            [
                `${APP}.linuxParameters.capabilities.add[0]`,
                "SYS_ADMIN",
                "app adds rights of the kernel",
                `${APP}.linuxParameters.capabilities.add`,
            ],
            [`${APP}.dockerSecurityOptions`, ["seccomp:unconfined"], "app is not confined"],
            [`${APP}.linuxParameters.devices`, [{}], "app has devices of the host"],
            ["task.volumes[0].hostPath", "/var", "mounts a folder of the host", "task.volumes"],
        ],
    },
    "containers-are-not-root": {
        sound: task({ user: "1000" }),
        faults: [
            [`${APP}.user`, "root", "app runs as root"],
            [`${APP}.user`, "0:0", "app runs as root"],
        ],
        harmless: [[`${APP}.user`, GONE]],
    },
    "root-disk-is-read-only": {
        sound: task({ readonlyRootFilesystem: true }),
        faults: [[`${APP}.readonlyRootFilesystem`, false, "app can write to its own program"]],
    },
    "containers-log": {
        sound: {
            log: [LOG_GROUP, { name: "/app" }],
            ...task({
                logConfiguration: {
                    logDriver: "awslogs",
                    options: {
                        ...{ "awslogs-group": "/app", "awslogs-stream-prefix": "app" },
                        "awslogs-region": "us-east-1",
                    },
                },
            }),
        },
        faults: [
            [
                "task.containerDefinitions[0].logConfiguration.logDriver",
                "json-file",
                "the output of app stays where it runs, and is lost with it",
            ],
            [
                "task.containerDefinitions[0].logConfiguration.options.awslogs-create-group",
                "true",
                "app creates its own log group, which is kept for ever",
                "task.containerDefinitions[0].logConfiguration.options",
            ],
            [`${APP}.logConfiguration`, GONE, "the output of app is lost"],
            [`${APP}.logConfiguration.logDriver`, "none", "the output of app is lost", `${APP}.logConfiguration`],
            [
                "log.name",
                "/other",
                "app logs to /app, which the stack does not create",
                `${APP}.logConfiguration.options`,
            ],
            [
                `${APP}.logConfiguration.options.awslogs-stream-prefix`,
                GONE,
                "app has no prefix for its log",
                `${APP}.logConfiguration.options`,
            ],
            [
                `${APP}.logConfiguration.options.awslogs-region`,
                GONE,
                "app has no region for its log",
                `${APP}.logConfiguration.options`,
            ],
            [
                `${APP}.logConfiguration.options.awslogs-group`,
                GONE,
                "the output of app has no log group",
                `${APP}.logConfiguration.options`,
            ],
        ],
    },
    "tasks-have-an-essential-container": {
        sound: task({}, { cpu: "256", memory: "512", requiresCompatibilities: ["FARGATE"] }),
        faults: [
            ["task.cpu", GONE, "has no size"],
            ["task.memory", GONE, "has no size"],
            ["task.requiresCompatibilities", [], "does not say what it runs on"],
            ["task.containerDefinitions", [], "has no container"],
            [`${APP}.essential`, false, "goes on when its program has ended", "task.containerDefinitions"],
        ],
    },
    "images-are-fixed": {
        sound: {
            ...task({ image: `${ECR}/app:1.4.2` }),
            web: [APP_RUNNER, { sourceConfiguration: { imageRepository: { imageIdentifier: `${ECR}/app:1.4.2` } } }],
        },
        faults: [
            [`${APP}.image`, `${ECR}/app:latest`, `has the image ${ECR}/app:latest, ${CHANGES}`],
            [`${APP}.image`, `${ECR}/app`, `has the image ${ECR}/app, ${CHANGES}`],
            [`${APP}.image`, "registry.acme.dev:5000/app", `has the image registry.acme.dev:5000/app, ${CHANGES}`],
            [
                "web.sourceConfiguration.imageRepository.imageIdentifier",
                "app:latest",
                `has the image app:latest, ${CHANGES}`,
            ],
            ["web.sourceConfiguration.autoDeploymentsEnabled", true, "deploys every image that is pushed"],
        ],
        harmless: [[`${APP}.image`, `app@sha256:${"0".repeat(64)}`]],
    },
    "images-are-from-known-registries": {
        sound: task({ image: `${ECR}/app:1.4.2` }),
        faults: [[`${APP}.image`, "registry.acme.dev/app:1", "has an image of registry.acme.dev"]],
        harmless: ["nginx:1.27", "ghcr.io/acme/app:1", "acme/app:1"].map(it => [`${APP}.image`, it]),
    },
    "public-images-are-pinned": {
        sound: task({ image: `public.ecr.aws/nginx/nginx@sha256:${"0".repeat(64)}` }),
        faults: [
            [
                `${APP}.image`,
                "public.ecr.aws/nginx/nginx:1.27",
                "takes public.ecr.aws/nginx/nginx:1.27 by a tag that its publisher moves",
            ],
            [
                `${APP}.image`,
                "ghcr.io/acme/app:1.2.latest",
                "takes ghcr.io/acme/app:1.2.latest by a tag that its publisher moves",
            ],
        ],
        harmless: [`${ECR}/app:1.4`, "public.ecr.aws/docker/library/busybox:1.37.0", "ghcr.io/acme/app:v1.2.3-alpine"].map(
            it => [`${APP}.image`, it],
        ),
    },
};
