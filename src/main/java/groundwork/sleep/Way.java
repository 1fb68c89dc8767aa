package groundwork.sleep;

import com.pulumi.core.Output;
import groundwork.permissions.Statement;
import java.util.List;
import java.util.Map;

/** What leads requests to the services or to the waker; the conductor switches it. */
interface Way {
    /** Its parts, as the functions know them. */
    Output<List<Map<String, Object>>> document();

    /** What the conductor may do to them; they exist only after the functions that they lead to. */
    List<Statement> switching();
}
