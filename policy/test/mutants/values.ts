/** The worst that an input could be instead, by its path and its value; each is a change of its own. */
const WORST: [RegExp, RegExp, unknown[]][] = [
    [/cidr|Cidr|addresses/, /^[\d.]+\/\d+$/, ["0.0.0.0/0", "52.0.0.0/8"]],
    [/prefixListId/, /./, ["pl-12345678"]],
    [/ipProtocol|protocol$/, /^tcp$/, ["-1"]],
    [/(fromPort)$/, /./, [0, 22]],
    [/(toPort)$/, /./, [65535]],
    [/sslPolicy/, /./, ["ELBSecurityPolicy-2016-08", "ELBSecurityPolicy-TLS13-1-0-2021-06"]],
    [/minimumProtocolVersion/, /./, ["TLSv1", "TLSv1.1_2016"]],
    [/originSslProtocols/, /./, ["TLSv1", "SSLv3"]],
    [/viewerProtocolPolicy/, /./, ["allow-all"]],
    [/originProtocolPolicy/, /./, ["http-only", "match-viewer"]],
    [/sslSupportMethod/, /./, ["vip"]],
    [/signingBehavior/, /./, ["never", "no-override"]],
    [/protocol$/i, /^HTTPS$/, ["HTTP"]],
    [/protocol$/, /^email$/, ["http"]],
    [/healthCheck\.protocol/i, /^HTTP$/, ["TCP"]],
    [/matcher/, /./, ["200-499"]],
    [/engineVersion/, /^\d/, ["9.6", "5.0"]],
    [/Version$|family/, /^$/, []],
    [/username|masterUsername/i, /./, ["postgres"]],
    [/sseAlgorithm/, /AES256|kms/, ["none"]],
    [/encryptionType/, /KMS/, ["AES256"]],
    [/imageTagMutability/, /^IMMUTABLE$/, ["MUTABLE"]],
    [/imageIdentifier|\.image$/, /./, ["nginx:latest", "nginx", "evil.example.com/app:1"]],
    [/objectOwnership/, /./, ["ObjectWriter", "BucketOwnerPreferred"]],
    [/status$|Status$/, /^(Enabled|ENABLED)$/, ["Suspended", "DISABLED"]],
    [/transitEncryption$|\.iam$/, /^ENABLED$/, ["DISABLED"]],
    [/trafficType/, /./, ["ACCEPT"]],
    [/settings.*value/, /^enabled$/, ["disabled"]],
    [/caCertIdentifier/, /./, ["rds-ca-2019"]],
    [/propagateTags/, /./, ["NONE"]],
    [/networkMode/, /./, ["host", "bridge"]],
    [/validationMethod/, /./, ["EMAIL"]],
    [/capacityProvider$/, /^FARGATE$/, ["FARGATE_SPOT"]],
    [/availabilityZoneRebalancing/, /^ENABLED$/, ["DISABLED"]],
    [/logging$/, /^OVERRIDE$/, ["NONE"]],
    [/logDriver/, /./, ["none"]],
    [/frameOption$|XFrameOptions/, /./, ["ALLOW-FROM https://evil.example"]],
    [/referrerPolicy$/, /-/, ["unsafe-url"]],
    [/StrictTransportSecurityHeaderValue/, /./, ["max-age=0"]],
    [/accessControlAllowOrigins|allowedOrigins|AllowOriginHeader/i, /./, ["*"]],
    [/statusCode/, /^4\d\d$/, ["200"]],
    [/frequency/, /DAILY/, ["WEEKLY"]],
    [/timeUnit/, /MONTHLY/, ["ANNUALLY"]],
    [/comparisonOperator/, /^Greater/, ["EqualTo"]],
    [/[sS]chedule(Expression)?$/, /^(cron|rate)/, [""]],
    [/egressType/, /VPC/, ["DEFAULT"]],
    [/deploymentConfigName/, /./, ["CodeDeployDefault.ECSAllAtOnce"]],
    [/deploymentOption/, /./, ["WITHOUT_TRAFFIC_CONTROL"]],
    [/findingPublishingFrequency/, /./, ["SIX_HOURS"]],
    [/defaultBehavior/, /./, []],
    [/behavior$/, /^KEEP$/, ["DROP"]],
    [/requirement/, /MEETS_ANY/, ["MEETS_ALL"]],
    [/selectionMode/, /COUNT|PERCENT/, ["ALL"]],
    [/stopConditions.*source/, /alarm/, ["none"]],
    [
        /policyArn|managedPolicyArns/,
        /./,
        ["arn:aws:iam::aws:policy/AdministratorAccess", "arn:aws:iam::aws:policy/ReadOnlyAccess"],
    ],
    [/parameters\[\]\.value/, /^1$/, ["0"]],
    [/^type$/, /SecureString/, ["String"]],
    [/rootDirectory\.path/, /./, ["/"]],
    [/permissions$/, /^07/, ["0777"]],
    [/customHeaders$/, /:/, ["customHeaders: []"]],
    [/endpoint$/, /@/, [""]],
    [/eventPattern/, /\{/, ["{}"]],
    [/redirect\.protocol/, /./, ["HTTP"]],
    [/values/, /^\/.+\*$/, ["/nowhere"]],
];

/** Numbers whose growth is as bad as their loss. */
const GROWS = /uid|gid|retention|threshold|interval|timeout|maxReceive|evaluationPeriods|limit|minutes|cookieDuration/i;

export function worseValues(path: string, value: unknown): [string, unknown][] {
    if (typeof value === "boolean") {
        return [[value ? "made false" : "made true", !value]];
    }
    if (typeof value === "number") {
        const worst = WORST.filter(([at]) => at.test(path)).flatMap(([, , values]) => values);
        const widened: [string, unknown][] = worst.map(it => [`worst ${it}`, it]);
        const grown: [string, unknown][] = GROWS.test(path) && value !== 0 ? [["grown", value * 1000]] : [];
        return [...widened, ...(value === 0 ? [] : [["zero", 0] as [string, unknown]]), ...grown];
    }
    if (typeof value !== "string") {
        return [];
    }
    return WORST.filter(([at, was]) => at.test(path) && was.test(value))
        .flatMap(([, , values]) => values)
        .filter(it => it !== value)
        .map(it => [`worst ${String(it).slice(0, 40)}`, it]);
}
