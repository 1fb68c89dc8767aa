package groundwork.resilience.export;

import com.pulumi.core.Output;
import groundwork.permissions.Statement;
import groundwork.storage.PrivateBucket;
import java.util.List;

/** What the two roles of an export may do. */
final class ExportPermissions {
    private ExportPermissions() {}

    /** RDS itself, which tests that it can write, read and delete before it begins; AWS asks for all of each kind. */
    static List<Statement> ofWriter(PrivateBucket files) {
        return List.of(
                Statement.allow("s3:ListBucket", "s3:GetBucketLocation").on(files.arn()),
                Statement.allow("s3:PutObject*", "s3:GetObject*", "s3:DeleteObject*")
                        .on(files.objects("*")));
    }

    /** The state machine; RDS asks for grants on the key in its name. */
    static List<Statement> ofRunner(ExportSource source, Output<String> writer, Output<String> key) {
        return List.of(
                Statement.allow(source.kind().action()).on(List.of(source.arn(), source.snapshotArns())),
                Statement.allow("rds:StartExportTask").on(source.ownSnapshotArns()),
                Statement.allow("rds:DescribeExportTasks").on("*", "exports are no resource of their own"),
                Statement.allow("iam:PassRole")
                        .on(writer)
                        .when("StringEquals", "iam:PassedToService", Output.of("export.rds.amazonaws.com")),
                Statement.allow(
                                "kms:Encrypt",
                                "kms:Decrypt",
                                "kms:GenerateDataKey",
                                "kms:GenerateDataKeyWithoutPlaintext",
                                "kms:ReEncryptFrom",
                                "kms:ReEncryptTo",
                                "kms:RetireGrant",
                                "kms:DescribeKey")
                        .on(key),
                Statement.allow("kms:CreateGrant")
                        .on(key)
                        .when("Bool", "kms:GrantIsForAWSResource", Output.of("true")));
    }
}
