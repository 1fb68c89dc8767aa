import type { Rule } from "./rule";
import * as identityAccounts from "./rules/identity/accounts";
import * as identityManaged from "./rules/identity/managed";
import * as identityPermissions from "./rules/identity/permissions";
import * as identityResourcePolicies from "./rules/identity/resourcePolicies";
import * as identityRoles from "./rules/identity/roles";
import * as identityTransport from "./rules/identity/transport";
import * as identityTrust from "./rules/identity/trust";
import * as secretsEnvironment from "./rules/secrets/environment";
import * as secretsText from "./rules/secrets/text";
import * as networkBelonging from "./rules/network/belonging";
import * as networkEgress from "./rules/network/egress";
import * as networkIngress from "./rules/network/ingress";
import * as networkLogs from "./rules/network/logs";
import * as networkSubnets from "./rules/network/subnets";
import * as dataEncryption from "./rules/data/encryption";
import * as dataKeeping from "./rules/data/keeping";
import * as dataParameters from "./rules/data/parameters";
import * as dataRunning from "./rules/data/running";
import * as storageBuckets from "./rules/storage/buckets";
import * as messagingQueues from "./rules/messaging/queues";
import * as messagingTopics from "./rules/messaging/topics";
import * as servicesAppRunner from "./rules/services/appRunner";
import * as servicesCapacity from "./rules/services/capacity";
import * as servicesContainers from "./rules/services/containers";
import * as servicesDeployment from "./rules/services/deployment";
import * as servicesFunctions from "./rules/services/functions";
import * as edgeCdn from "./rules/edge/cdn";
import * as edgeFirewall from "./rules/edge/firewall";
import * as edgeHttpApis from "./rules/edge/httpApis";
import * as edgeLoadBalancers from "./rules/edge/loadBalancers";
import * as edgeRoutes from "./rules/edge/routes";
import * as imagesRepositories from "./rules/images/repositories";
import * as keysKeys from "./rules/keys/keys";
import * as keysUsers from "./rules/keys/users";
import * as watchingAlarms from "./rules/watching/alarms";
import * as watchingBackups from "./rules/watching/backups";
import * as watchingWiring from "./rules/watching/wiring";
import * as watchingLogs from "./rules/watching/logs";
import * as tagsTags from "./rules/tags/tags";
import * as sleepSchedules from "./rules/sleep/schedules";

/** The rules by subject, each file exporting those on one part of it. */
export const subjects: Record<string, Rule[]> = {
    identity: of(
        identityPermissions,
        identityManaged,
        identityTrust,
        identityResourcePolicies,
        identityTransport,
        identityRoles,
        identityAccounts,
    ),
    secrets: of(secretsEnvironment, secretsText),
    network: of(networkIngress, networkEgress, networkSubnets, networkBelonging, networkLogs),
    data: of(dataEncryption, dataParameters, dataKeeping, dataRunning),
    storage: of(storageBuckets),
    messaging: of(messagingQueues, messagingTopics),
    services: of(servicesContainers, servicesDeployment, servicesCapacity, servicesAppRunner, servicesFunctions),
    edge: of(edgeLoadBalancers, edgeHttpApis, edgeRoutes, edgeCdn, edgeFirewall),
    images: of(imagesRepositories),
    keys: of(keysKeys, keysUsers),
    watching: of(watchingAlarms, watchingLogs, watchingBackups, watchingWiring),
    tags: of(tagsTags),
    sleep: of(sleepSchedules),
};

/** Every rule of the pack, in the order they are judged. */
export const rules: Rule[] = Object.values(subjects).flat();

function of(...files: Record<string, unknown>[]): Rule[] {
    return files.flatMap(file => Object.values(file).filter(isRule));
}

export function isRule(exported: unknown): exported is Rule {
    return typeof exported === "object" && exported !== null && "judge" in exported;
}
