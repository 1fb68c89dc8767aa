package groundwork.data;

import com.pulumi.core.Output;
import groundwork.base.BackedUp;
import groundwork.links.LinkTarget;
import groundwork.resilience.export.ExportSource;
import groundwork.settings.data.DatabaseSettings;
import groundwork.watch.Watchable;

/** A PostgreSQL database, whoever runs it. */
public interface Database extends LinkTarget, Watchable, BackedUp {
    /** What AWS calls it: the instance's identifier, or the cluster's. */
    Output<String> identifier();

    Output<String> arn();

    DatabaseSettings settings();

    ExportSource exportSource();
}
