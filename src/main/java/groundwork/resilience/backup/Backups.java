package groundwork.resilience.backup;

import com.pulumi.aws.backup.Plan;
import com.pulumi.aws.backup.PlanArgs;
import com.pulumi.aws.backup.Selection;
import com.pulumi.aws.backup.SelectionArgs;
import com.pulumi.aws.backup.Vault;
import com.pulumi.aws.backup.inputs.PlanRuleArgs;
import com.pulumi.aws.backup.inputs.PlanRuleCopyActionArgs;
import com.pulumi.aws.backup.inputs.PlanRuleCopyActionLifecycleArgs;
import com.pulumi.aws.backup.inputs.PlanRuleLifecycleArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.base.Protected;
import groundwork.base.StackContext;
import groundwork.plan.data.BackupPlan;
import groundwork.plan.names.NameRule;
import groundwork.plan.time.Recurrence;
import groundwork.settings.resilience.BackupSettings;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Copies of everything that holds data, in a vault, perhaps in another region too, and proof that they can be restored. */
public final class Backups extends Component {
    private static final int MINUTES_TO_START = 60;
    private static final int MINUTES_TO_COMPLETE = 480;

    private final BackupSettings settings;
    private final List<Protected> holdings;
    private final Vault vault;
    private final Plan plan;
    private final List<Output<String>> roles = new ArrayList<>();

    /**
     * {@code regions} are those of {@link OtherRegion#all}; {@code holdings} must not be empty; {@code alerts} is told of
     * failed jobs.
     */
    public Backups(
            String name,
            BackupPlan planned,
            List<Protected> holdings,
            Map<String, OtherRegion> regions,
            Optional<Output<String>> alerts,
            StackContext stack) {
        super("resilience:Backups", name, stack);
        settings = planned.settings();
        this.holdings = List.copyOf(holdings);
        vault = BackupVaults.create("vault", stack.keyArn(), this);
        plan = createPlan(planned.at(), settings.copyTo().map(regions::get).map(BackupVaults::createIn));
        createSelection();
        settings.restoreTest()
                .map(every -> new RestoreTest("test", every, vault, this.holdings, this))
                .ifPresent(test -> roles.add(test.roleArn()));
        alerts.ifPresent(topic -> new BackupFailures("failures", roles, topic, this));
        outputs(Map.of("vault", vault.arn()));
    }

    private Plan createPlan(LocalTime at, Optional<Vault> copies) {
        var rule = PlanRuleArgs.builder()
                .ruleName(settings.every().name().toLowerCase())
                .targetVaultName(vault.name())
                .schedule(Recurrence.cron(settings.every(), at))
                .startWindow(MINUTES_TO_START)
                .completionWindow(MINUTES_TO_COMPLETE)
                .lifecycle(lifecycle());
        copies.ifPresent(there -> rule.copyActions(PlanRuleCopyActionArgs.builder()
                .destinationVaultArn(there.arn())
                .lifecycle(lifecycleOfCopies())
                .build()));
        return new Plan(
                child("plan"),
                PlanArgs.builder()
                        .name(stack().names().of(NameRule.BACKUP))
                        .rules(rule.build())
                        .build(),
                inside());
    }

    private PlanRuleLifecycleArgs lifecycle() {
        var lifecycle = PlanRuleLifecycleArgs.builder().deleteAfter(days(settings.keep()));
        settings.coldAfter().map(Backups::days).ifPresent(lifecycle::coldStorageAfter);
        return lifecycle.build();
    }

    private PlanRuleCopyActionLifecycleArgs lifecycleOfCopies() {
        var lifecycle = PlanRuleCopyActionLifecycleArgs.builder().deleteAfter(days(settings.keep()));
        settings.coldAfter().map(Backups::days).ifPresent(lifecycle::coldStorageAfter);
        return lifecycle.build();
    }

    private void createSelection() {
        var role = BackupRole.thatCopies(holdings, this);
        roles.add(role.arn());
        new Selection(
                child("selection"),
                SelectionArgs.builder()
                        .name(stack().names().of(NameRule.BACKUP))
                        .planId(plan.id())
                        .iamRoleArn(role.arn())
                        .resources(
                                Output.all(holdings.stream().map(Protected::arn).toList()))
                        .build(),
                after(role.ready()));
    }

    private static int days(Duration time) {
        return (int) time.toDays();
    }
}
