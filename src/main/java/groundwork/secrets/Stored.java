package groundwork.secrets;

import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import groundwork.links.SecretReference;
import java.util.List;

/** A secret in one store or the other. */
interface Stored {
    Output<String> arn();

    SecretReference reference();

    /** What must exist before a task can read it. */
    List<Resource> ready();
}
