package groundwork.data;

import com.pulumi.core.Output;
import groundwork.links.LinkTarget;
import groundwork.settings.LinkSettings.Access;
import java.util.List;
import java.util.Optional;

/** A PostgreSQL database, whoever runs it. */
public interface Database extends LinkTarget {
    /** What AWS calls it: the instance's identifier, or the cluster's. */
    Output<String> identifier();

    /** What AWS calls the replicas of an instance; Aurora counts its own. */
    List<Output<String>> replicas();

    Output<String> arn();

    /** Where a restored copy would be put: beside it, behind the same security group. */
    Output<String> subnetGroup();

    Output<String> securityGroup();

    static boolean isReading(Optional<Access> access) {
        return access.filter(Access.READ::equals).isPresent();
    }
}
