package groundwork.simulated.rules;

import groundwork.simulated.Existing;
import groundwork.simulated.shapes.SdkType;

/** Inputs the SDK marks as required must be there: the one rule that concerns every type. */
public final class RequiredInputs {
    public static final String NAME = "required-input";

    private RequiredInputs() {}

    public static void judge(Existing resource, Refusals refusals) {
        SdkType.of(resource.type()).ifPresent(sdk -> sdk.required()
                .forEach(input -> refusals.unless(resource.has(input), input, "is required; give it a value")));
    }
}
