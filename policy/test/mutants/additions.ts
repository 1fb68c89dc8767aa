import {
    AMPLIFY_APP,
    APP_RUNNER,
    BUCKETS,
    DEFAULT_SECURITY_GROUP,
    DISTRIBUTION,
    ECS_SERVICE,
    KEY,
    LOAD_BALANCERS,
    QUEUE,
    RDS_INSTANCE,
    ROLE,
    SECRET,
    SECURITY_GROUP,
    TASK_DEFINITION,
    TOPIC,
    TRAIL,
    CACHE_GROUP,
    ALARM,
    SCALING_POLICY,
    SCHEDULE,
    EVENT_RULE,
    VPC_ENDPOINT,
    PROVIDER,
} from "../../src/types";

type Json = any;
type Add = [string, (inputs: Json) => Json];

const set = (name: string, value: unknown): Add => [name, inputs => ({ ...inputs, [name]: value })];
const OPEN = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }],
});

/** A change of the first container of a task. */
function container(name: string, change: (container: Json) => Json): Add {
    return [
        `containerDefinitions.${name}`,
        inputs => {
            const [first, ...rest] = JSON.parse(inputs.containerDefinitions ?? "[{}]");
            return { ...inputs, containerDefinitions: JSON.stringify([{ ...first, ...change(first) }, ...rest]) };
        },
    ];
}

function variable(name: string, value: string): Add {
    return container(`environment.${name}`, it => ({ environment: [...(it.environment ?? []), { name, value }] }));
}

const TASK: Add[] = [
    container("privileged", () => ({ privileged: true })),
    container("user root", () => ({ user: "root" })),
    container("user 0", () => ({ user: "0:0" })),
    container("capabilities", it => ({
        linuxParameters: { ...it.linuxParameters, capabilities: { add: ["SYS_ADMIN"] } },
    })),
    container("writable disk", () => ({ readonlyRootFilesystem: false })),
    container("no log", () => ({ logConfiguration: undefined })),
    container("no log driver", () => ({ logConfiguration: { logDriver: "none" } })),
    container("latest", it => ({ image: String(it.image).replace(/:[\w.-]+$/, ":latest") })),
    container("untagged", it => ({ image: String(it.image).replace(/:[\w.-]+$/, "") })),
    container("foreign image", () => ({ image: "evil.example.com/app:1" })),
    container("command with a password", () => ({ command: ["app", "--password=hunter2xyz"] })),
    container("command with a URL", () => ({ command: ["sh", "-c", "app postgres://app:hunter2@db/app"] })),
    container("label with a key", () => ({ dockerLabels: { key: "AKIAIOSFODNN7EXAMPLE" } })),
    container("health check with a token", () => ({
        healthCheck: { command: ["CMD-SHELL", "curl -H 'Authorization: Bearer abcdefgh12345' localhost"] },
    })),
    variable("DB_PASSWORD", "hunter2"),
    variable("DB_PASS", "hunter2"),
    variable("DB_PWD", "hunter2"),
    variable("SECRET_KEY_BASE", "0123456789abcdef"),
    variable("ENCRYPTION_KEY", "0123456789abcdef"),
    variable("AWS_CREDENTIALS", "abc:def"),
    variable("STRIPE_KEY", "sk_test_abcdefghijklmno"),
    variable("SESSION", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl"),
    variable("API_TOKEN", "/abcdefgh"),
    variable("DATABASE_URL", "postgres://app:hunter2@db.internal/app"),
    variable("PEM", "-----BEGIN RSA PRIVATE KEY-----"),
    set("pidMode", "host"),
    set("ipcMode", "host"),
    set("networkMode", "host"),
    [
        "volumes.hostPath",
        inputs => ({ ...inputs, volumes: [...(inputs.volumes ?? []), { name: "host", hostPath: "/" }] }),
    ],
];

const ADDITIONS: Record<string, Add[]> = {
    [TASK_DEFINITION]: TASK,
    [RDS_INSTANCE]: [
        set("publiclyAccessible", true),
        set("storageEncrypted", false),
        set("skipFinalSnapshot", true),
        set("engineVersion", "11.22"),
    ],
    [CACHE_GROUP]: [set("transitEncryptionMode", "preferred")],
    [ECS_SERVICE]: [
        set("launchType", "FARGATE"),
        set("enableExecuteCommand", true),
        set("platformVersion", "1.3.0"),
        [
            "networkConfiguration.assignPublicIp",
            it => ({ ...it, networkConfiguration: { ...it.networkConfiguration, assignPublicIp: true } }),
        ],
        [
            "capacityProviderStrategies",
            it => ({ ...it, capacityProviderStrategies: [{ capacityProvider: "FARGATE_SPOT", weight: 1 }] }),
        ],
    ],
    [ROLE]: [
        set("managedPolicyArns", ["arn:aws:iam::aws:policy/AdministratorAccess"]),
        set("inlinePolicies", [{ name: "all", policy: OPEN }]),
    ],
    [SECURITY_GROUP]: [
        set("ingress", [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }]),
        set("egress", [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }]),
    ],
    [DEFAULT_SECURITY_GROUP]: [
        set("ingress", [{ protocol: "-1", self: true, fromPort: 0, toPort: 0 }]),
        set("egress", [{ protocol: "-1", fromPort: 0, toPort: 0 }]),
    ],
    ...Object.fromEntries(
        BUCKETS.map(type => [
            type,
            [
                set("acl", "public-read"),
                set("policy", OPEN),
                set("website", { indexDocument: "index.html" }),
                set("forceDestroy", true),
            ],
        ]),
    ),
    ...Object.fromEntries(
        LOAD_BALANCERS.map(type => [
            type,
            [set("desyncMitigationMode", "monitor"), set("xffHeaderProcessingMode", "preserve")],
        ]),
    ),
    [QUEUE]: [set("policy", OPEN), set("sqsManagedSseEnabled", false)],
    [TOPIC]: [set("policy", OPEN)],
    [SECRET]: [set("policy", OPEN), set("recoveryWindowInDays", 0)],
    [KEY]: [set("isEnabled", false), set("policy", OPEN), set("bypassPolicyLockoutSafetyCheck", true)],
    [TRAIL]: [set("enableLogging", false), set("eventSelectors", [{ readWriteType: "WriteOnly" }])],
    [ALARM]: [set("actionsEnabled", false)],
    [EVENT_RULE]: [set("state", "DISABLED")],
    [SCHEDULE]: [set("state", "DISABLED")],
    [VPC_ENDPOINT]: [set("policy", OPEN)],
    [SCALING_POLICY]: [
        [
            "disableScaleIn",
            it => ({
                ...it,
                targetTrackingScalingPolicyConfiguration: {
                    ...it.targetTrackingScalingPolicyConfiguration,
                    disableScaleIn: true,
                },
            }),
        ],
    ],
    [AMPLIFY_APP]: [
        [
            "environmentVariables.DB_PASSWORD",
            it => ({ ...it, environmentVariables: { ...it.environmentVariables, DB_PASSWORD: "hunter2" } }),
        ],
    ],
    [APP_RUNNER]: [
        [
            "runtimeEnvironmentVariables.DB_PASSWORD",
            it => {
                const repository = it.sourceConfiguration.imageRepository;
                const runtimeEnvironmentVariables = {
                    ...repository.imageConfiguration?.runtimeEnvironmentVariables,
                    DB_PASSWORD: "hunter2",
                };
                const imageConfiguration = { ...repository.imageConfiguration, runtimeEnvironmentVariables };
                return {
                    ...it,
                    sourceConfiguration: {
                        ...it.sourceConfiguration,
                        imageRepository: { ...repository, imageConfiguration },
                    },
                };
            },
        ],
    ],
    [DISTRIBUTION]: [
        [
            "viewerCertificate",
            it => ({ ...it, viewerCertificate: { ...it.viewerCertificate, minimumProtocolVersion: "TLSv1" } }),
        ],
        [
            "s3 origin without access control",
            it => ({
                ...it,
                origins: [...it.origins, { originId: "open", domainName: "open.s3.us-east-1.amazonaws.com" }],
            }),
        ],
    ],
    [PROVIDER]: [set("accessKey", "AKIAIOSFODNN7EXAMPLE"), set("insecure", true)],
};

export function additions(type: string): Add[] {
    return ADDITIONS[type] ?? [];
}
