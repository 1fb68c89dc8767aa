package groundwork.offline;

import static java.util.concurrent.CompletableFuture.completedFuture;

import com.pulumi.deployment.internal.Engine;
import java.util.concurrent.CompletableFuture;
import pulumirpc.EngineOuterClass.GetRootResourceRequest;
import pulumirpc.EngineOuterClass.GetRootResourceResponse;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.EngineOuterClass.RequirePulumiVersionRequest;
import pulumirpc.EngineOuterClass.RequirePulumiVersionResponse;

/** The engine's side channel, of which an embedded run needs nothing: messages go straight to {@link Messages}. */
final class QuietEngine implements Engine {
    @Override
    public CompletableFuture<Void> logAsync(LogRequest request) {
        return completedFuture(null);
    }

    @Override
    public CompletableFuture<GetRootResourceResponse> getRootResourceAsync(GetRootResourceRequest request) {
        return completedFuture(GetRootResourceResponse.getDefaultInstance());
    }

    @Override
    public CompletableFuture<RequirePulumiVersionResponse> requirePulumiVersionAsync(
            RequirePulumiVersionRequest request) {
        return completedFuture(RequirePulumiVersionResponse.getDefaultInstance());
    }
}
