package groundwork.network;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.Import;
import com.pulumi.core.annotations.ResourceType;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.ResourceArgs;
import groundwork.settings.NetworkSettings.Nat;
import groundwork.settings.units.Cidr;
import java.util.List;

/** A binding of our own to awsx's VPC, which its plugin builds on the far side of the engine. */
@ResourceType(type = AwsxVpc.TYPE)
final class AwsxVpc extends ComponentResource {
    static final String TYPE = "awsx:ec2:Vpc";
    private static final String PLUGIN_VERSION = "2.22.0";

    @Export(
            name = "vpcId",
            refs = {String.class},
            tree = "[0]")
    private Output<String> vpcId;

    @Export(
            name = "publicSubnetIds",
            refs = {List.class, String.class},
            tree = "[0,1]")
    private Output<List<String>> publicSubnetIds;

    @Export(
            name = "privateSubnetIds",
            refs = {List.class, String.class},
            tree = "[0,1]")
    private Output<List<String>> privateSubnetIds;

    @Export(
            name = "isolatedSubnetIds",
            refs = {List.class, String.class},
            tree = "[0,1]")
    private Output<List<String>> isolatedSubnetIds;

    AwsxVpc(String name, Arguments arguments, ComponentResourceOptions.Builder options) {
        super(TYPE, name, arguments, options.version(PLUGIN_VERSION).build(), true);
    }

    Output<String> vpcId() {
        return vpcId;
    }

    Output<List<String>> publicSubnetIds() {
        return publicSubnetIds;
    }

    Output<List<String>> privateSubnetIds() {
        return privateSubnetIds;
    }

    Output<List<String>> isolatedSubnetIds() {
        return isolatedSubnetIds;
    }

    /** The arguments as awsx 2.22 names them. */
    static final class Arguments extends ResourceArgs {
        @Import(name = "cidrBlock")
        private final String cidrBlock;

        @Import(name = "availabilityZoneNames")
        private final List<String> availabilityZoneNames;

        @Import(name = "enableDnsHostnames")
        private final Output<Boolean> enableDnsHostnames = Output.of(true);

        @Import(name = "enableDnsSupport")
        private final Output<Boolean> enableDnsSupport = Output.of(true);

        @Import(name = "natGateways")
        private final NatGateways natGateways;

        @Import(name = "subnetStrategy")
        private final String subnetStrategy = "Auto";

        @Import(name = "subnetSpecs")
        private final List<SubnetSpec> subnetSpecs;

        Arguments(Cidr block, List<String> zones, Nat nat, List<SubnetSpec> subnetSpecs) {
            this.cidrBlock = block.toString();
            this.availabilityZoneNames = zones;
            this.natGateways = new NatGateways(nat);
            this.subnetSpecs = subnetSpecs;
        }
    }

    static final class NatGateways extends ResourceArgs {
        @Import(name = "strategy", required = true)
        private final String strategy;

        NatGateways(Nat nat) {
            this.strategy = switch (nat) {
                case PER_ZONE -> "OnePerAz";
                case SINGLE -> "Single";
                case NONE -> "None";
            };
        }
    }

    static final class SubnetSpec extends ResourceArgs {
        @Import(name = "type", required = true)
        private final String type;

        @Import(name = "name")
        private final String name;

        @Import(name = "cidrBlocks")
        private final List<String> cidrBlocks;

        SubnetSpec(String type, String name, List<String> cidrBlocks) {
            this.type = type;
            this.name = name;
            this.cidrBlocks = cidrBlocks;
        }
    }
}
