// The peer of the RPC benchmark: a grpc-go server that answers with prepared bytes. Its first line of output is its address.
package main

import (
	"context"
	"fmt"
	"net"

	"google.golang.org/grpc"
	testpb "google.golang.org/grpc/test/grpc_testing"
)

var body = make([]byte, 1000)

func answer(_ interface{}, _ context.Context, decode func(interface{}) error, _ grpc.UnaryServerInterceptor) (interface{}, error) {
	request := &testpb.SimpleRequest{}
	if err := decode(request); err != nil {
		return nil, err
	}
	return &testpb.SimpleResponse{Payload: &testpb.Payload{Body: body[:request.ResponseSize]}}, nil
}

func main() {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	server := grpc.NewServer()
	server.RegisterService(&grpc.ServiceDesc{
		ServiceName: "bolyst.benchmarks.LoadService",
		HandlerType: (*interface{})(nil),
		Methods:     []grpc.MethodDesc{{MethodName: "Answer", Handler: answer}},
	}, struct{}{})
	fmt.Printf("http://%s\n", listener.Addr())
	if err := server.Serve(listener); err != nil {
		panic(err)
	}
}
