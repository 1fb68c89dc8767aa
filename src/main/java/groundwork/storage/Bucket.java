package groundwork.storage;

import com.pulumi.core.Output;
import groundwork.base.BackedUp;
import groundwork.base.Component;
import groundwork.base.Protected;
import groundwork.base.StackContext;
import groundwork.links.Connection;
import groundwork.links.LinkTarget;
import groundwork.permissions.Statement;
import groundwork.settings.links.LinkSettings.Access;
import groundwork.settings.links.Offer;
import groundwork.settings.storage.BucketSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A bucket that services keep files in. */
public final class Bucket extends Component implements LinkTarget, BackedUp {
    private final BucketSettings settings;
    private final PrivateBucket files;

    public Bucket(String name, BucketSettings settings, StackContext stack) {
        super("storage:Bucket", name, stack);
        this.settings = settings;
        files = new PrivateBucket("files", BucketPlan.of(settings), this);
        files.admit();
        outputs(Map.copyOf(endpoint()));
    }

    @Override
    public Connection connect(Optional<Access> access) {
        return Connection.of(Map.of(Offer.NAME, files.bucketName(), Offer.REGION, Output.of(stack().region())))
                .permitting(permissions(access.orElse(Access.READ_WRITE)));
    }

    @Override
    public Map<String, Output<String>> endpoint() {
        return Map.of("name", files.bucketName(), "arn", files.arn());
    }

    @Override
    public Optional<Protected> toBackUp() {
        return settings.isBackedUp() ? Optional.of(Protected.of("S3", name(), files.arn())) : Optional.empty();
    }

    private List<Statement> permissions(Access access) {
        var statements = new ArrayList<Statement>();
        if (access.reads()) {
            statements.addAll(reading());
        }
        if (access.writes()) {
            statements.addAll(writing());
        }
        return statements;
    }

    private List<Statement> reading() {
        var statements = new ArrayList<Statement>();
        statements.add(Statement.allow("s3:ListBucket").on(files.arn()));
        statements.add(Statement.allow("s3:GetObject").on(files.objects("*")));
        files.key().ifPresent(key -> statements.add(key.decrypting()));
        return statements;
    }

    /** An upload in parts reads back what it has encrypted. */
    private List<Statement> writing() {
        var statements = new ArrayList<Statement>();
        statements.add(Statement.allow("s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload")
                .on(files.objects("*")));
        files.key().ifPresent(key -> statements.add(key.encrypting()));
        return statements;
    }
}
