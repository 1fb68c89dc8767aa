// The way in: listener rules of the waker, or the mapping of a domain to the API of the services or of the waker.

import { ApiGatewayV2Client, GetApiMappingCommand, UpdateApiMappingCommand } from "@aws-sdk/client-apigatewayv2";
import { DescribeRulesCommand, ElasticLoadBalancingV2Client, ModifyRuleCommand } from "@aws-sdk/client-elastic-load-balancing-v2";
import { calling, ifKnown } from "./calling.mjs";

/**
 * @typedef {import("./types.mjs").Rule} Rule
 * @typedef {import("./types.mjs").Mapping} Mapping
 * @typedef {import("@aws-sdk/client-elastic-load-balancing-v2").RuleCondition} Condition
 */

/** No request can name it (RFC 2606). */
const NOBODY = "awake.invalid";
const HOST = "host-header";
const STAGE = "$default";
const balancing = new ElasticLoadBalancingV2Client(calling);
const gateway = new ApiGatewayV2Client(calling);

/** @param {(Rule | Mapping)[]} way @returns {Promise<"open" | "closed" | "mixed" | undefined>} */
export async function look(way) {
  const parts = await ifKnown("the way in", Promise.all(way.map((part) => (part.kind === "rule" ? lookAtRule(part) : lookAtMapping(part)))));
  if (parts === undefined) {
    return undefined;
  }
  const [first] = parts;
  return parts.every((part) => part === first) ? (first ?? "closed") : "mixed";
}

/** @param {Rule} rule @returns {Promise<"open" | "closed" | "mixed">} */
async function lookAtRule({ arn, hosts }) {
  const now = (await conditions(arn)).filter((condition) => condition.Field === HOST).flatMap(valuesOf).sort();
  if (now.length === 1 && now[0] === NOBODY) {
    return "open";
  }
  return JSON.stringify(now) === JSON.stringify([...hosts].sort()) ? "closed" : "mixed";
}

/** @param {Mapping} part @returns {Promise<"open" | "closed" | "mixed">} */
async function lookAtMapping({ domain, mapping, awake, asleep }) {
  const { ApiId } = await gateway.send(new GetApiMappingCommand({ DomainName: domain, ApiMappingId: mapping }));
  if (ApiId === awake) {
    return "open";
  }
  return ApiId === asleep ? "closed" : "mixed";
}

/** @param {(Rule | Mapping)[]} way */
export async function open(way) {
  await Promise.all(way.map((part) => (part.kind === "rule" ? name(part.arn, [NOBODY]) : lead(part, part.awake))));
}

/** @param {(Rule | Mapping)[]} way */
export async function close(way) {
  await Promise.all(way.map((part) => (part.kind === "rule" ? name(part.arn, part.hosts) : lead(part, part.asleep))));
}

/** The rule's other conditions, such as the CDN's pass, stay as they are. @param {string} arn @param {string[]} hosts */
async function name(arn, hosts) {
  const others = (await conditions(arn)).filter((condition) => condition.Field !== HOST).map(withoutCopies);
  const wanted = { Field: HOST, HostHeaderConfig: { Values: hosts } };
  await balancing.send(new ModifyRuleCommand({ RuleArn: arn, Conditions: [wanted, ...others] }));
}

/** All routes of an API at once. @param {Mapping} part @param {string} api */
async function lead({ domain, mapping }, api) {
  await gateway.send(new UpdateApiMappingCommand({ DomainName: domain, ApiMappingId: mapping, ApiId: api, Stage: STAGE }));
}

/** @param {string} arn @returns {Promise<Condition[]>} */
async function conditions(arn) {
  const { Rules } = await balancing.send(new DescribeRulesCommand({ RuleArns: [arn] }));
  const [rule] = Rules ?? [];
  if (rule === undefined) {
    throw new Error(`there is no rule ${arn}`);
  }
  return rule.Conditions ?? [];
}

/** @param {Condition} condition */
function valuesOf(condition) {
  return condition.HostHeaderConfig?.Values ?? condition.Values ?? [];
}

/** AWS answers some values twice, and takes them once. @param {Condition} condition @returns {Condition} */
function withoutCopies(condition) {
  const { Values, ...rest } = condition;
  return Object.keys(rest).length > 1 ? rest : condition;
}
