// The way in: listener rules of the waker, or routes of an HTTP API.

import { ApiGatewayV2Client, GetRouteCommand, UpdateRouteCommand } from "@aws-sdk/client-apigatewayv2";
import { DescribeRulesCommand, ElasticLoadBalancingV2Client, ModifyRuleCommand } from "@aws-sdk/client-elastic-load-balancing-v2";
import { calling, ifKnown } from "./calling.mjs";

/**
 * @typedef {import("./types.mjs").Rule} Rule
 * @typedef {import("./types.mjs").Route} Route
 * @typedef {import("@aws-sdk/client-elastic-load-balancing-v2").RuleCondition} Condition
 */

/** No request can name it (RFC 2606). */
const NOBODY = "awake.invalid";
const HOST = "host-header";
const balancing = new ElasticLoadBalancingV2Client(calling);
const gateway = new ApiGatewayV2Client(calling);

/** @param {(Rule | Route)[]} way @returns {Promise<"open" | "closed" | "mixed" | undefined>} */
export async function look(way) {
  const parts = await ifKnown("the way in", Promise.all(way.map((part) => (part.kind === "rule" ? lookAtRule(part) : lookAtRoute(part)))));
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

/** @param {Route} route @returns {Promise<"open" | "closed" | "mixed">} */
async function lookAtRoute({ api, route, awake, asleep }) {
  const { Target } = await gateway.send(new GetRouteCommand({ ApiId: api, RouteId: route }));
  if (Target === awake) {
    return "open";
  }
  return Target === asleep ? "closed" : "mixed";
}

/** @param {(Rule | Route)[]} way */
export async function open(way) {
  await Promise.all(way.map((part) => (part.kind === "rule" ? name(part.arn, [NOBODY]) : lead(part, part.awake))));
}

/** @param {(Rule | Route)[]} way */
export async function close(way) {
  await Promise.all(way.map((part) => (part.kind === "rule" ? name(part.arn, part.hosts) : lead(part, part.asleep))));
}

/** The rule's other conditions, such as the CDN's pass, stay as they are. @param {string} arn @param {string[]} hosts */
async function name(arn, hosts) {
  const others = (await conditions(arn)).filter((condition) => condition.Field !== HOST).map(withoutCopies);
  const wanted = { Field: HOST, HostHeaderConfig: { Values: hosts } };
  await balancing.send(new ModifyRuleCommand({ RuleArn: arn, Conditions: [wanted, ...others] }));
}

/** @param {Route} route @param {string} target */
async function lead({ api, route }, target) {
  await gateway.send(new UpdateRouteCommand({ ApiId: api, RouteId: route, Target: target }));
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
