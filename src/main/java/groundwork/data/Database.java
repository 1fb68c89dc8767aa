package groundwork.data;

import com.pulumi.core.Output;
import groundwork.links.LinkTarget;
import java.util.List;

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
}
