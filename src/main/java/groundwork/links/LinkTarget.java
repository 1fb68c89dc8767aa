package groundwork.links;

import com.pulumi.core.Output;
import groundwork.settings.links.LinkSettings.Access;
import java.util.Map;
import java.util.Optional;

/** Something that services can link to. */
public interface LinkTarget {
    /** What a service gets that links here; {@code access} is empty where the stack file leaves it to us. */
    Connection connect(Optional<Access> access);

    /** What the stack exports about it: address, port, name; nothing secret. */
    Map<String, Output<String>> endpoint();
}
