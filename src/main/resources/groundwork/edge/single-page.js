// A viewer asks for /events/42; the one page, index.html, shows it. What has an ending is a file.
function handler(event) {
    const request = event.request;
    const lastSegment = request.uri.slice(request.uri.lastIndexOf('/') + 1);
    if (!lastSegment.includes('.')) {
        request.uri = '/index.html';
    }
    return request;
}
