package groundwork.simulated.answers;

import java.util.Map;
import java.util.Optional;

/** CloudFront's own policies, whose ids are the same in every account. */
final class ManagedPolicies {
    private static final Map<String, String> IDS = Map.of(
            "Managed-CachingDisabled", "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
            "Managed-CachingOptimized", "658327ea-f89d-4fab-a63d-7e88639e58f6",
            "UseOriginCacheControlHeaders", "83da9c7e-98b4-4e11-a168-04f0df8e2c65",
            "Managed-AllViewer", "216adef6-5c7f-47e4-b989-5492eafa07d3",
            "Managed-AllViewerExceptHostHeader", "b689b0a8-53d0-40ab-baf2-68738e2966ac",
            "Managed-CORS-S3Origin", "88a5eaf4-2fd4-4709-b370-b4c650ea3fcf",
            "Managed-SecurityHeadersPolicy", "67f7725c-6f97-4210-82d7-5512b31e9d03",
            "Managed-SimpleCORS", "60669652-455b-4ae9-85a4-c4c02393f86c");

    private ManagedPolicies() {}

    static Optional<String> id(Object name) {
        return Optional.ofNullable(name).map(IDS::get);
    }
}
