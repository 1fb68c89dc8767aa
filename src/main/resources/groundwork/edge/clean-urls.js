// A viewer asks for /about or /about/; the bucket holds about.html or about/index.html.
function handler(event) {
    const request = event.request;
    const lastSegment = request.uri.slice(request.uri.lastIndexOf('/') + 1);
    if (lastSegment === '') {
        request.uri += 'index.html';
    } else if (!lastSegment.includes('.')) {
        request.uri += '.html';
    }
    return request;
}
