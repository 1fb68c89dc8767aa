package groundwork.base;

import static java.util.Objects.requireNonNull;

import com.google.gson.Gson;
import com.pulumi.core.Output;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Something that holds data worth copying, and what a restored copy of it must be told. */
public record Protected(Kind kind, String name, Output<String> arn, Output<Map<String, String>> restoredInto) {
    /** What AWS Backup calls it. */
    public enum Kind {
        DATABASE("RDS"),
        DATABASE_CLUSTER("Aurora"),
        FILE_SYSTEM("EFS"),
        BUCKET("S3"),
        TABLE("DynamoDB");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public Protected {
        requireNonNull(kind, "kind is null");
        requireNonNull(name, "name is null");
        requireNonNull(arn, "arn is null");
        requireNonNull(restoredInto, "restoredInto is null");
    }

    /** A restored copy is put beside the database, in its subnets and behind its security group. */
    public static Protected database(
            String name, Output<String> arn, Output<String> subnetGroup, Output<String> securityGroup) {
        var place = place(subnetGroup, securityGroup, Map.of("multiAz", "false", "publiclyAccessible", "false"));
        return new Protected(Kind.DATABASE, name, arn, place);
    }

    public static Protected databaseCluster(
            String name, Output<String> arn, Output<String> subnetGroup, Output<String> securityGroup) {
        return new Protected(Kind.DATABASE_CLUSTER, name, arn, place(subnetGroup, securityGroup, Map.of()));
    }

    public static Protected fileSystem(String name, Output<String> arn) {
        return new Protected(Kind.FILE_SYSTEM, name, arn, Output.of(Map.of()));
    }

    /** AWS Backup copies only buckets that keep versions. */
    public static Protected bucket(String name, Output<String> arn) {
        return new Protected(Kind.BUCKET, name, arn, Output.of(Map.of()));
    }

    public static Protected table(String name, Output<String> arn) {
        return new Protected(Kind.TABLE, name, arn, Output.of(Map.of()));
    }

    public static Set<Kind> kinds(List<Protected> holdings) {
        var kinds = EnumSet.noneOf(Kind.class);
        holdings.forEach(holding -> kinds.add(holding.kind()));
        return kinds;
    }

    private static Output<Map<String, String>> place(
            Output<String> subnetGroup, Output<String> securityGroup, Map<String, String> others) {
        return Output.tuple(subnetGroup, securityGroup).applyValue(known -> {
            var all = new TreeMap<>(others);
            all.put("dbSubnetGroupName", known.t1);
            all.put("vpcSecurityGroupIds", new Gson().toJson(List.of(known.t2)));
            return all;
        });
    }
}
