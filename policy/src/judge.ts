// Checked before any rule is loaded: an older Node may not even be able to read them.
const { engines } = require("../../package.json");
const oldest = Number(engines.node.replace(/\D/g, ""));
if (Number(process.versions.node.split(".")[0]) < oldest) {
    const TOO_OLD = 64;
    console.error(`Node ${process.versions.node} is too old for the policy pack; install Node ${oldest} or later`);
    process.exit(TOO_OLD);
}
require("./standardInput");
