import { environmentOf } from "../environment";
import { resourceRule } from "../rule";

interface Settings {
    publicIn: string[];
}

export const tasksArePrivate = resourceRule<Settings>({
    name: "tasks-are-private",
    description: "Tasks have no public address.",
    remedy: "Run the service in private subnets, or name its environment in `publicIn`.",
    settings: {
        publicIn: {
            type: "array",
            items: { type: "string" },
            description: "Environments whose tasks may have public addresses, to do without a NAT gateway.",
        },
    },
    types: ["aws:ecs/service:Service"],
    check(service, expect, { publicIn = [] }) {
        expect(
            () =>
                service.props["networkConfiguration"]?.assignPublicIp !== true ||
                publicIn.includes(environmentOf(service) ?? ""),
            "gives its tasks public addresses",
        );
    },
});
