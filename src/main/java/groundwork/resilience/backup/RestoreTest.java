package groundwork.resilience.backup;

import com.pulumi.aws.backup.RestoreTestingPlan;
import com.pulumi.aws.backup.RestoreTestingPlanArgs;
import com.pulumi.aws.backup.RestoreTestingSelection;
import com.pulumi.aws.backup.RestoreTestingSelectionArgs;
import com.pulumi.aws.backup.Vault;
import com.pulumi.aws.backup.inputs.RestoreTestingPlanRecoveryPointSelectionArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.base.Protected;
import groundwork.plan.names.NameRule;
import groundwork.plan.time.Recurrence;
import groundwork.settings.resilience.Every;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/** Restores the latest copies, and deletes what it restored. */
final class RestoreTest extends Component {
    private static final LocalTime AT = LocalTime.of(12, 0);
    private static final int HOURS_TO_START = 8;
    private static final int DAYS_TO_LOOK_BACK = 35;

    private final RestoreTestingPlan plan;
    private final BackupRole role;

    RestoreTest(String suffix, Every every, Vault vault, List<Protected> holdings, Component backups) {
        super("resilience:RestoreTest", suffix, backups);
        plan = createPlan(every, vault);
        role = BackupRole.thatRestores(holdings, this);
        holdings.forEach(this::select);
        outputs(Map.of("arn", plan.arn()));
    }

    Output<String> roleArn() {
        return role.arn();
    }

    private RestoreTestingPlan createPlan(Every every, Vault vault) {
        return new RestoreTestingPlan(
                child("plan"),
                RestoreTestingPlanArgs.builder()
                        .name(underscored(stack().names().of(NameRule.BACKUP)))
                        .scheduleExpression(Recurrence.cron(every, AT))
                        .startWindowHours(HOURS_TO_START)
                        .recoveryPointSelection(RestoreTestingPlanRecoveryPointSelectionArgs.builder()
                                .algorithm("LATEST_WITHIN_WINDOW")
                                .includeVaults(vault.arn().applyValue(List::of))
                                .recoveryPointTypes("SNAPSHOT")
                                .selectionWindowDays(DAYS_TO_LOOK_BACK)
                                .build())
                        .build(),
                inside());
    }

    private void select(Protected holding) {
        new RestoreTestingSelection(
                child(holding.name()),
                RestoreTestingSelectionArgs.builder()
                        .name(underscored(holding.name()))
                        .restoreTestingPlanName(plan.name())
                        .iamRoleArn(role.arn())
                        .protectedResourceType(holding.type())
                        .protectedResourceArns(holding.arn().applyValue(List::of))
                        .restoreMetadataOverrides(holding.restoredInto())
                        .build(),
                after(role.ready()));
    }

    /** These names know no hyphen. */
    private static String underscored(String name) {
        return name.replace('-', '_');
    }
}
