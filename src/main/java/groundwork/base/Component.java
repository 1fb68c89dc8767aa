package groundwork.base;

import com.pulumi.aws.Provider;
import com.pulumi.core.Alias;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        this(type, name, stack.formerName(name), stack, provider);
    }

    /** A component of the stack that is named after an entry of the stack file. */
    protected Component(String type, String entry, String suffix, StackContext stack) {
        this(
                type,
                entry + suffix,
                stack.formerName(entry).map(former -> former + suffix),
                stack,
                stack.providers().home());
    }

    private Component(String type, String name, Optional<String> former, StackContext stack, Provider provider) {
        super(
                "groundwork:" + type,
                name,
                ComponentResourceOptions.builder()
                        .providers(List.of(provider))
                        .aliases(formerly(former))
                        .build());
        this.name = name;
        this.stack = stack;
    }

    /** A part of another component. */
    protected Component(String type, String suffix, Component whole) {
        this(type, suffix, Optional.empty(), whole);
    }

    /** A part of another component that is named after an entry of the stack file. */
    protected Component(String type, String entry, String suffix, Component whole) {
        this(type, entry + suffix, whole.stack().formerName(entry).map(former -> former + suffix), whole);
    }

    private Component(String type, String suffix, Optional<String> former, Component whole) {
        super(
                "groundwork:" + type,
                whole.child(suffix),
                ComponentResourceOptions.builder()
                        .parent(whole)
                        .aliases(formerly(former.map(whole::child)))
                        .build());
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

    /** For a child that is named after an entry of the stack file: {@code prefix} and its name. */
    public final CustomResourceOptions.Builder namedAfter(String entry, String prefix) {
        return options().aliases(formerly(stack.formerName(entry).map(former -> child(prefix + former))));
    }

    private static List<Output<Alias>> formerly(Optional<String> name) {
        return name.map(former -> Output.of(Alias.builder().name(former).build())).stream()
                .toList();
    }

    protected final void outputs(Map<String, Output<?>> outputs) {
        registerOutputs(outputs);
    }
}
