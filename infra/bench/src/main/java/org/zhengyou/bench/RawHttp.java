package org.zhengyou.bench;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;

/**
 * The way of a request without any platform: Reactor Netty takes it and hands it on to Tomcat,
 * which answers from a virtual thread. Nothing is checked, read as JSON or decided.
 */
final class RawHttp {
    private static final byte[] ANSWER =
            """
            {"position":123456,"types":["activities.ActivityPlanned"],"repeated":false}"""
                    .getBytes(StandardCharsets.UTF_8);

    private RawHttp() {}

    /** Starts both; the port of the first. */
    static int start(Path folder) throws LifecycleException {
        int second = tomcat(folder);
        HttpClient client = HttpClient.create().disableRetry(true);
        return HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle(
                        (in, out) ->
                                client.headers(h -> h.set(in.requestHeaders()))
                                        .post()
                                        .uri("http://127.0.0.1:" + second + in.uri())
                                        .send(in.receive().retain())
                                        .response(
                                                (answer, body) ->
                                                        out.status(answer.status())
                                                                .headers(
                                                                        answer.responseHeaders()
                                                                                .copy())
                                                                .send(body.retain())))
                .bindNow()
                .port();
    }

    private static int tomcat(Path folder) throws LifecycleException {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(folder.toString());
        Connector connector = new Connector();
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
            http.setExecutor(new VirtualThreadExecutor("http-"));
            http.setMaxKeepAliveRequests(-1);
        }
        tomcat.setConnector(connector);
        Context context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "answer", new Answering());
        context.addServletMapping("/*", "answer");
        tomcat.start();
        return connector.getLocalPort();
    }

    /** Reads everything and gives the same answer to everybody. */
    private static final class Answering extends HttpServlet {
        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            request.getInputStream().readAllBytes();
            response.setContentType("application/json");
            response.setContentLength(ANSWER.length);
            response.getOutputStream().write(ANSWER);
        }
    }
}
