package groundwork.observe;

import java.util.List;

/** A component that CloudWatch keeps metrics of, for alarms and the dashboard. */
public interface Watchable {
    List<Watched> watched();
}
