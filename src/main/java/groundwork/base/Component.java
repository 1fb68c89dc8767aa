package groundwork.base;

import com.pulumi.aws.Provider;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Map;

/** The base of every component: its children carry its name, have it as their parent and use its provider. */
public abstract class Component extends ComponentResource {
    private final String name;
    private final StackContext stack;

    /** A component of the stack itself. */
    protected Component(String type, String name, StackContext stack) {
        this(type, name, stack, stack.providers().home());
    }

    /** A component of the stack that lies in another region. */
    protected Component(String type, String name, StackContext stack, Provider provider) {
        super(
                "groundwork:" + type,
                name,
                ComponentResourceOptions.builder().providers(List.of(provider)).build());
        this.name = name;
        this.stack = stack;
    }

    /** A part of another component. */
    protected Component(String type, String suffix, Component whole) {
        super(
                "groundwork:" + type,
                whole.child(suffix),
                ComponentResourceOptions.builder().parent(whole).build());
        this.name = whole.child(suffix);
        this.stack = whole.stack();
    }

    public final String name() {
        return name;
    }

    public final StackContext stack() {
        return stack;
    }

    public final String child(String suffix) {
        return name + "-" + suffix;
    }

    public final CustomResourceOptions inside() {
        return options().build();
    }

    public final CustomResourceOptions after(List<? extends Resource> others) {
        return options().dependsOn(List.copyOf(others)).build();
    }

    public final CustomResourceOptions after(Resource... others) {
        return after(List.of(others));
    }

    public final CustomResourceOptions.Builder options() {
        return CustomResourceOptions.builder().parent(this);
    }

    /**
     * For what can't take another name without being replaced, and must not be: it keeps the names that it was created
     * with, whatever the settings say later.
     */
    public final CustomResourceOptions.Builder keepingNames(String... properties) {
        return options().ignoreChanges(properties);
    }

    /** For what CloudFront wants in us-east-1. */
    public final CustomResourceOptions insideGlobalRegion() {
        return options().provider(stack.providers().global()).build();
    }

    protected final void outputs(Map<String, Output<?>> outputs) {
        registerOutputs(outputs);
    }
}
