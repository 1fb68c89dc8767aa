package groundwork.data;

import com.pulumi.core.Output;
import groundwork.links.LinkTarget;
import groundwork.settings.units.Gigabytes;
import java.util.Optional;

/** A PostgreSQL database, whoever runs it. */
public interface Database extends LinkTarget {
    /** What AWS calls it: the instance's identifier, or the cluster's. */
    Output<String> identifier();

    Output<String> arn();

    /** The dimension that its figures in CloudWatch are found by. */
    String dimension();

    /** The disk it begins with; none where the disk has no end. */
    Optional<Gigabytes> storage();
}
