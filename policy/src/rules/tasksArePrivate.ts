import { resourceRule } from "../rule";

export const tasksArePrivate = resourceRule({
    id: "tasks-are-private",
    controls: [],
    description: "Tasks have no public address.",
    remedy: "Run the service in private subnets.",
    environments: ["production"],
    types: ["aws:ecs/service:Service"],
    check({ props }, expect) {
        expect(() => props["networkConfiguration"]?.assignPublicIp !== true, "gives its tasks public addresses");
    },
});
