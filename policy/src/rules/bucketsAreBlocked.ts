import { pointsAt } from "../topology";
import { stackRule } from "../rule";

const BLOCK = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
const FLAGS = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"];

export const bucketsAreBlocked = stackRule({
    id: "buckets-are-blocked",
    controls: [],
    description: "Every bucket blocks public access in all four ways.",
    remedy: "Give the bucket a BucketPublicAccessBlock with its four flags on.",
    check(topology, expectOf) {
        const blocks = topology.ofType(BLOCK);
        for (const bucket of topology.ofType("aws:s3/bucketV2:BucketV2", "aws:s3/bucket:Bucket")) {
            expectOf(bucket)(
                () => blocks.some(block => pointsAt(block, "bucket", bucket)),
                "has no public access block",
            );
        }
        for (const block of blocks) {
            for (const flag of FLAGS) {
                expectOf(block)(() => block.props[flag] === true, `${flag} is not on`);
            }
        }
    },
});
