import { API, API_DOMAIN, API_INTEGRATION, API_LINK, API_MAPPING, API_ROUTE, API_STAGE, REGISTRY } from "../../../src/types";
import { type Cases, GONE } from "../case";

export const cases: Cases = {
    "http-api-is-guarded": {
        sound: {
            api: [API, { disableExecuteApiEndpoint: true }],
            domain: [API_DOMAIN, { domainNameConfiguration: { securityPolicy: "TLS_1_2" } }],
            stage: [
                API_STAGE,
                {
                    accessLogSettings: { destinationArn: "a", format: "$context.status" },
                    defaultRouteSettings: { throttlingRateLimit: 100, throttlingBurstLimit: 200 },
                },
            ],
        },
        faults: [
            ["api.disableExecuteApiEndpoint", false, "answers to a name of AWS beside its domain"],
            ["domain.domainNameConfiguration.securityPolicy", "TLS_1_0", "lets clients speak TLS below 1.2"],
            ["stage.accessLogSettings.destinationArn", GONE, "logs no request"],
            ["stage.accessLogSettings.format", "$context.path", "logs requests without their status"],
            [
                "stage.defaultRouteSettings.throttlingRateLimit",
                GONE,
                "lets through as many requests as the account may have",
            ],
            [
                "stage.defaultRouteSettings.throttlingBurstLimit",
                GONE,
                "lets through as many requests at once as the account may have",
            ],
        ],
    },
    "http-api-leads-somewhere": {
        sound: {
            api: [API],
            stage: [API_STAGE, { apiId: "${api}", autoDeploy: true }],
            integration: [API_INTEGRATION],
            route: [API_ROUTE, { apiId: "${api}", target: "integrations/${integration}" }],
            another: [API_ROUTE, { target: "integrations/${integration}" }],
            mapping: [API_MAPPING, { domainName: "a.example.com" }],
            probe: [API_MAPPING, { domainName: "a.example.com", apiMappingKey: "healthz" }],
        },
        faults: [
            ["stage", GONE, "has no stage", "api"],
            ["route.apiId", GONE, "has no route", "api"],
            ["lonely", [API_INTEGRATION], "no route leads to it"],
            ["stage.autoDeploy", GONE, "deploys no changed route"],
            ["route.target", "lambda/1", "leads to nothing"],
            ["probe.apiMappingKey", GONE, "takes the same requests as another mapping"],
        ],
    },
    "http-api-integration-is-private": {
        sound: {
            integration: [
                API_INTEGRATION,
                {
                    integrationType: "HTTP_PROXY",
                    integrationMethod: "ANY",
                    integrationUri: "a",
                    connectionType: "VPC_LINK",
                    connectionId: "l",
                },
            ],
            link: [API_LINK, { securityGroupIds: ["sg-1"] }],
        },
        faults: [
            ["integration.connectionType", "INTERNET", "reaches its service over the internet"],
            ["integration.connectionId", GONE, "names no VPC link"],
            ["integration.integrationMethod", GONE, "says no method"],
            ["integration.integrationUri", GONE, "leads to nothing"],
            ["link.securityGroupIds", [], "has the security group that everything has"],
        ],
    },
    "http-api-finds-healthy-tasks": {
        sound: {
            registry: [
                REGISTRY,
                { dnsConfig: { dnsRecords: [{ type: "SRV" }] }, healthCheckCustomConfig: { failureThreshold: 1 } },
            ],
            integration: [API_INTEGRATION, { integrationUri: "${registry}" }],
        },
        faults: [
            ["registry.dnsConfig.dnsRecords[0].type", "A", "gives an HTTP API no port", "registry.dnsConfig.dnsRecords"],
            ["registry.healthCheckCustomConfig", GONE, "tells an HTTP API of tasks that are not healthy"],
        ],
    },
};
