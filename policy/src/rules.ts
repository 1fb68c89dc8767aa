import type { Rule } from "./rule";
import { bucketsAreBlocked } from "./rules/bucketsAreBlocked";
import { cdnTls } from "./rules/cdnTls";
import { certificateIsValidated } from "./rules/certificateIsValidated";
import { desiredCountHasOneOwner } from "./rules/desiredCountHasOneOwner";
import { desiredCountIsOwned } from "./rules/desiredCountIsOwned";
import { encryptedAtRest } from "./rules/encryptedAtRest";
import { encryptedInTransit } from "./rules/encryptedInTransit";
import { httpRedirects } from "./rules/httpRedirects";
import { httpsOffered } from "./rules/httpsOffered";
import { launchTypeOrStrategy } from "./rules/launchTypeOrStrategy";
import { leastPrivilege } from "./rules/leastPrivilege";
import { modernTls } from "./rules/modernTls";
import { noBroadManagedPolicies } from "./rules/noBroadManagedPolicies";
import { noInlineRules } from "./rules/noInlineRules";
import { noLogGroupCreation } from "./rules/noLogGroupCreation";
import { noSecretsInEnvironment } from "./rules/noSecretsInEnvironment";
import { notPubliclyAccessible } from "./rules/notPubliclyAccessible";
import { principalsAreNamed } from "./rules/principalsAreNamed";
import { productionClusterSpansZones } from "./rules/productionClusterSpansZones";
import { productionIsKept } from "./rules/productionIsKept";
import { productionSurvives } from "./rules/productionSurvives";
import { serviceRollsBack } from "./rules/serviceRollsBack";
import { serviceWaitsForListener } from "./rules/serviceWaitsForListener";
import { spotHasAFloor } from "./rules/spotHasAFloor";
import { tasksArePrivate } from "./rules/tasksArePrivate";
import { worldIngress } from "./rules/worldIngress";

/** Every rule of the pack, in the order they are judged. */
export const rules: Rule[] = [
    worldIngress,
    noInlineRules,
    encryptedAtRest,
    encryptedInTransit,
    notPubliclyAccessible,
    leastPrivilege,
    noBroadManagedPolicies,
    noLogGroupCreation,
    principalsAreNamed,
    noSecretsInEnvironment,
    serviceRollsBack,
    launchTypeOrStrategy,
    spotHasAFloor,
    desiredCountHasOneOwner,
    desiredCountIsOwned,
    tasksArePrivate,
    serviceWaitsForListener,
    modernTls,
    cdnTls,
    httpRedirects,
    httpsOffered,
    certificateIsValidated,
    bucketsAreBlocked,
    productionSurvives,
    productionIsKept,
    productionClusterSpansZones,
];
