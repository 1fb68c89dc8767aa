import { resourceRule, stackRule } from "../../rule";
import {
    API,
    API_DOMAIN,
    API_INTEGRATION,
    API_LINK,
    API_MAPPING,
    API_ROUTE,
    API_STAGE,
    REGISTRY,
} from "../../types";

export const apisAreGuarded = stackRule(
    "http-api-is-guarded",
    [API, API_STAGE, API_DOMAIN],
    ({ type, props }, expect, topology) => {
        if (type === API) {
            expect(
                "disableExecuteApiEndpoint",
                "answers to a name of AWS beside its domain",
                () => props["disableExecuteApiEndpoint"] === true || topology.ofType(API_DOMAIN).length === 0,
            );
            return;
        }
        if (type === API_DOMAIN) {
            const configuration = () => props["domainNameConfiguration"] ?? {};
            expect(
                "domainNameConfiguration.securityPolicy",
                "lets clients speak TLS below 1.2",
                () => configuration().securityPolicy === "TLS_1_2",
            );
            return;
        }
        const limits = () => props["defaultRouteSettings"] ?? {};
        const logs = () => props["accessLogSettings"] ?? {};
        expect("accessLogSettings.destinationArn", "logs no request", () => !!logs().destinationArn);
        expect("accessLogSettings.format", "logs requests without their status", () =>
            /\$context\.status/.test(logs().format ?? ""),
        );
        expect(
            "defaultRouteSettings.throttlingRateLimit",
            "lets through as many requests as the account may have",
            () => limits().throttlingRateLimit > 0,
        );
        expect(
            "defaultRouteSettings.throttlingBurstLimit",
            "lets through as many requests at once as the account may have",
            () => limits().throttlingBurstLimit > 0,
        );
    },
);

export const apisLeadSomewhere = stackRule(
    "http-api-leads-somewhere",
    [API, API_STAGE, API_INTEGRATION, API_ROUTE, API_MAPPING],
    (resource, expect, topology) => {
        const { type, props } = resource;
        if (type === API) {
            expect("", "has no stage", () => topology.pointingAt(resource, "apiId", API_STAGE).length > 0);
            expect("", "has no route", () => topology.pointingAt(resource, "apiId", API_ROUTE).length > 0);
        } else if (type === API_STAGE) {
            expect("autoDeploy", "deploys no changed route", () => props["autoDeploy"] === true);
        } else if (type === API_INTEGRATION) {
            expect("", "no route leads to it", () => topology.pointingAt(resource, "target", API_ROUTE).length > 0);
        } else if (type === API_ROUTE) {
            expect("target", "leads to nothing", () => /^integrations\/./.test(props["target"] ?? ""));
        } else {
            const alike = topology
                .ofType(API_MAPPING)
                .filter(it => it.props["domainName"] === props["domainName"])
                .filter(it => it.props["apiMappingKey"] === props["apiMappingKey"]);
            expect("apiMappingKey", "takes the same requests as another mapping", () => alike[0] === resource);
        }
    },
);

export const apisReachTasksPrivately = resourceRule(
    "http-api-integration-is-private",
    [API_INTEGRATION, API_LINK],
    ({ type, props }, expect) => {
        if (type === API_LINK) {
            const groups = () => [...(props["securityGroupIds"] ?? [])];
            expect("securityGroupIds", "has the security group that everything has", () => groups().length > 0);
            return;
        }
        const isProxy = () => props["integrationType"] === "HTTP_PROXY";
        expect(
            "connectionType",
            "reaches its service over the internet",
            () => !isProxy() || props["connectionType"] === "VPC_LINK",
        );
        expect("connectionId", "names no VPC link", () => !isProxy() || "connectionId" in props);
        expect("integrationMethod", "says no method", () => !isProxy() || "integrationMethod" in props);
        expect("integrationUri", "leads to nothing", () => "integrationUri" in props);
    },
);

export const apisFindHealthyTasks = stackRule("http-api-finds-healthy-tasks", [REGISTRY], (registry, expect, topology) => {
    const isAsked = () => topology.pointingAt(registry, "integrationUri", API_INTEGRATION).length > 0;
    const types = () => [...(registry.props["dnsConfig"]?.dnsRecords ?? [])].map(it => it.type);
    expect("dnsConfig.dnsRecords", "gives an HTTP API no port", () => !isAsked() || types().includes("SRV"));
    expect(
        "healthCheckCustomConfig",
        "tells an HTTP API of tasks that are not healthy",
        () => !isAsked() || "healthCheckCustomConfig" in registry.props,
    );
});
