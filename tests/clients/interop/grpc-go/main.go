// The official interoperability cases by grpc-go: grpc-go-interop HOST:PORT
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	_ "google.golang.org/grpc/encoding/gzip"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"
)

const (
	service        = "/grpc.testing.TestService/"
	largeRequest   = 271828
	largeResponse  = 314159
	specialMessage = "\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n"
	echoInitial    = "x-grpc-test-echo-initial"
	echoTrailing   = "x-grpc-test-echo-trailing-bin"
)

var (
	connection    *grpc.ClientConn
	requestSizes  = []int{27182, 8, 1828, 45904}
	responseSizes = []int32{31415, 9, 2653, 58979}
	upload        = &grpc.StreamDesc{ClientStreams: true}
	download      = &grpc.StreamDesc{ServerStreams: true}
	duplex        = &grpc.StreamDesc{ClientStreams: true, ServerStreams: true}
	compressed    = grpc.UseCompressor("gzip")
)

func main() {
	var err error
	if connection, err = grpc.Dial(os.Args[1], grpc.WithInsecure()); err != nil {
		fmt.Println("FAIL connection:", err)
		return
	}
	defer connection.Close()
	for _, test := range []struct {
		name string
		run  func(context.Context) error
	}{
		{"empty_unary", emptyUnary},
		{"large_unary", largeUnary},
		{"client_compressed_unary", clientCompressedUnary},
		{"server_compressed_unary", serverCompressedUnary},
		{"client_streaming", clientStreaming},
		{"client_compressed_streaming", clientCompressedStreaming},
		{"server_streaming", serverStreaming},
		{"server_compressed_streaming", serverCompressedStreaming},
		{"ping_pong", pingPong},
		{"empty_stream", emptyStream},
		{"custom_metadata", customMetadata},
		{"status_code_and_message", statusCodeAndMessage},
		{"special_status_message", specialStatusMessage},
		{"unimplemented_method", unimplementedMethod},
		{"unimplemented_service", unimplementedService},
		{"cancel_after_begin", cancelAfterBegin},
		{"cancel_after_first_response", cancelAfterFirstResponse},
		{"timeout_on_sleeping_server", timeoutOnSleepingServer},
	} {
		ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
		if err := test.run(ctx); err != nil {
			fmt.Printf("FAIL %s: %q\n", test.name, err.Error())
		} else {
			fmt.Println("PASS", test.name)
		}
		cancel()
	}
}

func equal(actual, expected interface{}, what string) error {
	if actual != expected {
		return fmt.Errorf("%s: %v instead of %v", what, actual, expected)
	}
	return nil
}

func ended(err error, code codes.Code) error { return equal(status.Code(err), code, "status") }

func payload(size int) *Payload { return &Payload{Body: make([]byte, size)} }

func parameters(sizes ...int32) (all []*ResponseParameters) {
	for _, size := range sizes {
		all = append(all, &ResponseParameters{Size: size})
	}
	return
}

func unary(ctx context.Context, request *SimpleRequest, options ...grpc.CallOption) (*SimpleResponse, error) {
	response := &SimpleResponse{}
	return response, connection.Invoke(ctx, service+"UnaryCall", request, response, options...)
}

func sized(response *SimpleResponse, err error) error {
	if err != nil {
		return err
	}
	return equal(len(response.Payload.Body), largeResponse, "size")
}

func open(ctx context.Context, kind *grpc.StreamDesc, method string, options ...grpc.CallOption) grpc.ClientStream {
	stream, err := connection.NewStream(ctx, kind, service+method, options...)
	if err != nil {
		panic(err)
	}
	return stream
}

// receive reads a stream to its end and returns the sizes of its messages.
func receive(stream grpc.ClientStream) (sizes []int32, err error) {
	for {
		message := &StreamingOutputCallResponse{}
		if err = stream.RecvMsg(message); err != nil {
			if errors.Is(err, io.EOF) {
				err = nil
			}
			return
		}
		sizes = append(sizes, int32(len(message.Payload.Body)))
	}
}

func emptyUnary(ctx context.Context) error {
	return connection.Invoke(ctx, service+"EmptyCall", &Empty{}, &Empty{})
}

func largeUnary(ctx context.Context) error {
	return sized(unary(ctx, &SimpleRequest{ResponseSize: largeResponse, Payload: payload(largeRequest)}))
}

func clientCompressedUnary(ctx context.Context) error {
	request := &SimpleRequest{ExpectCompressed: &BoolValue{Value: true}, ResponseSize: largeResponse, Payload: payload(largeRequest)}
	_, err := unary(ctx, request)
	if err := ended(err, codes.InvalidArgument); err != nil {
		return err
	}
	return sized(unary(ctx, request, compressed))
}

func serverCompressedUnary(ctx context.Context) error {
	for _, value := range []bool{true, false} {
		// grpc-go accepts gzip when it sends gzip.
		if err := sized(unary(ctx, &SimpleRequest{ResponseCompressed: &BoolValue{Value: value}, ResponseSize: largeResponse}, compressed)); err != nil {
			return err
		}
	}
	return nil
}

func send(stream grpc.ClientStream, expectCompressed bool, sizes ...int) (int32, error) {
	for _, size := range sizes {
		if err := stream.SendMsg(&StreamingInputCallRequest{Payload: payload(size), ExpectCompressed: &BoolValue{Value: expectCompressed}}); err != nil && !errors.Is(err, io.EOF) {
			return 0, err
		}
	}
	if err := stream.CloseSend(); err != nil {
		return 0, err
	}
	response := &StreamingInputCallResponse{}
	err := stream.RecvMsg(response)
	return response.AggregatedPayloadSize, err
}

func clientStreaming(ctx context.Context) error {
	sum, err := send(open(ctx, upload, "StreamingInputCall"), false, requestSizes...)
	if err != nil {
		return err
	}
	return equal(sum, int32(74922), "sum")
}

func clientCompressedStreaming(ctx context.Context) error {
	_, err := send(open(ctx, upload, "StreamingInputCall"), true, 27182, 45904)
	if err := ended(err, codes.InvalidArgument); err != nil {
		return err
	}
	sum, err := send(open(ctx, upload, "StreamingInputCall", compressed), true, 27182, 45904)
	if err != nil {
		return err
	}
	return equal(sum, int32(73086), "sum")
}

func streamed(stream grpc.ClientStream, request *StreamingOutputCallRequest) ([]int32, error) {
	if err := stream.SendMsg(request); err != nil {
		return nil, err
	}
	if err := stream.CloseSend(); err != nil {
		return nil, err
	}
	return receive(stream)
}

func serverStreaming(ctx context.Context) error {
	sizes, err := streamed(open(ctx, download, "StreamingOutputCall"), &StreamingOutputCallRequest{ResponseParameters: parameters(responseSizes...)})
	if err != nil {
		return err
	}
	return equal(fmt.Sprint(sizes), fmt.Sprint(responseSizes), "sizes")
}

func serverCompressedStreaming(ctx context.Context) error {
	wanted := parameters(31415, 92653)
	wanted[0].Compressed = &BoolValue{Value: true}
	wanted[1].Compressed = &BoolValue{Value: false}
	sizes, err := streamed(open(ctx, download, "StreamingOutputCall", compressed), &StreamingOutputCallRequest{ResponseParameters: wanted})
	if err != nil {
		return err
	}
	return equal(fmt.Sprint(sizes), "[31415 92653]", "sizes")
}

func pingPong(ctx context.Context) error {
	stream := open(ctx, duplex, "FullDuplexCall")
	for index, size := range responseSizes {
		if err := stream.SendMsg(&StreamingOutputCallRequest{ResponseParameters: parameters(size), Payload: payload(requestSizes[index])}); err != nil {
			return err
		}
		message := &StreamingOutputCallResponse{}
		if err := stream.RecvMsg(message); err != nil {
			return err
		}
		if err := equal(int32(len(message.Payload.Body)), size, "size"); err != nil {
			return err
		}
	}
	if err := stream.CloseSend(); err != nil {
		return err
	}
	return equal(stream.RecvMsg(&StreamingOutputCallResponse{}), io.EOF, "end")
}

func emptyStream(ctx context.Context) error {
	stream := open(ctx, duplex, "FullDuplexCall")
	if err := stream.CloseSend(); err != nil {
		return err
	}
	return equal(stream.RecvMsg(&StreamingOutputCallResponse{}), io.EOF, "end")
}

func customMetadata(ctx context.Context) error {
	ctx = metadata.AppendToOutgoingContext(ctx, echoInitial, "test_initial_metadata_value", echoTrailing, "\xab\xab\xab")
	var header, trailer metadata.MD
	if _, err := unary(ctx, &SimpleRequest{ResponseSize: largeResponse}, grpc.Header(&header), grpc.Trailer(&trailer)); err != nil {
		return err
	}
	if err := echoed(header, trailer); err != nil {
		return err
	}
	stream := open(ctx, duplex, "FullDuplexCall")
	if _, err := streamed(stream, &StreamingOutputCallRequest{ResponseParameters: parameters(largeResponse)}); err != nil {
		return err
	}
	header, err := stream.Header()
	if err != nil {
		return err
	}
	return echoed(header, stream.Trailer())
}

func echoed(header, trailer metadata.MD) error {
	if err := equal(fmt.Sprint(header.Get(echoInitial)), "[test_initial_metadata_value]", "initial metadata"); err != nil {
		return err
	}
	return equal(fmt.Sprintf("%x", trailer.Get(echoTrailing)), "[ababab]", "trailing metadata")
}

func statusCodeAndMessage(ctx context.Context) error {
	_, err := unary(ctx, &SimpleRequest{ResponseStatus: &EchoStatus{Code: 2, Message: "test status message"}})
	if err := equal(status.Convert(err).Message(), "test status message", "message"); err != nil {
		return err
	}
	_, streamErr := streamed(open(ctx, duplex, "FullDuplexCall"), &StreamingOutputCallRequest{ResponseStatus: &EchoStatus{Code: 2, Message: "test status message"}})
	if err := equal(status.Convert(streamErr).Message(), "test status message", "message of the stream"); err != nil {
		return err
	}
	if err := ended(err, codes.Unknown); err != nil {
		return err
	}
	return ended(streamErr, codes.Unknown)
}

func specialStatusMessage(ctx context.Context) error {
	_, err := unary(ctx, &SimpleRequest{ResponseStatus: &EchoStatus{Code: 2, Message: specialMessage}})
	return equal(status.Convert(err).Message(), specialMessage, "message")
}

func unimplementedMethod(ctx context.Context) error {
	return ended(connection.Invoke(ctx, service+"UnimplementedCall", &Empty{}, &Empty{}), codes.Unimplemented)
}

func unimplementedService(ctx context.Context) error {
	return ended(connection.Invoke(ctx, "/grpc.testing.UnimplementedService/UnimplementedCall", &Empty{}, &Empty{}), codes.Unimplemented)
}

func cancelAfterBegin(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	stream := open(ctx, upload, "StreamingInputCall")
	cancel()
	return ended(stream.RecvMsg(&StreamingInputCallResponse{}), codes.Canceled)
}

func cancelAfterFirstResponse(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	stream := open(ctx, duplex, "FullDuplexCall")
	if err := stream.SendMsg(&StreamingOutputCallRequest{ResponseParameters: parameters(31415), Payload: payload(27182)}); err != nil {
		return err
	}
	if err := stream.RecvMsg(&StreamingOutputCallResponse{}); err != nil {
		return err
	}
	cancel()
	return ended(stream.RecvMsg(&StreamingOutputCallResponse{}), codes.Canceled)
}

func timeoutOnSleepingServer(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, 20*time.Millisecond)
	defer cancel()
	stream, err := connection.NewStream(ctx, duplex, service+"FullDuplexCall")
	if err == nil {
		request := &StreamingOutputCallRequest{Payload: payload(27182), ResponseParameters: []*ResponseParameters{{Size: 1, IntervalUs: 60000000}}}
		if err = stream.SendMsg(request); err == nil {
			err = stream.RecvMsg(&StreamingOutputCallResponse{})
		}
	}
	return ended(err, codes.DeadlineExceeded)
}
