package main

// The messages of the interoperability tests, written by hand with the tags that github.com/golang/protobuf reads,
// because the ones that Debian packages with grpc-go lack the fields for statuses and compression.

type Empty struct{}

type BoolValue struct {
	Value bool `protobuf:"varint,1,opt,name=value,proto3"`
}

type Payload struct {
	Body []byte `protobuf:"bytes,2,opt,name=body,proto3"`
}

type EchoStatus struct {
	Code    int32  `protobuf:"varint,1,opt,name=code,proto3"`
	Message string `protobuf:"bytes,2,opt,name=message,proto3"`
}

type SimpleRequest struct {
	ResponseSize       int32       `protobuf:"varint,2,opt,name=response_size,proto3"`
	Payload            *Payload    `protobuf:"bytes,3,opt,name=payload,proto3"`
	ResponseCompressed *BoolValue  `protobuf:"bytes,6,opt,name=response_compressed,proto3"`
	ResponseStatus     *EchoStatus `protobuf:"bytes,7,opt,name=response_status,proto3"`
	ExpectCompressed   *BoolValue  `protobuf:"bytes,8,opt,name=expect_compressed,proto3"`
}

type SimpleResponse struct {
	Payload *Payload `protobuf:"bytes,1,opt,name=payload,proto3"`
}

type StreamingInputCallRequest struct {
	Payload          *Payload   `protobuf:"bytes,1,opt,name=payload,proto3"`
	ExpectCompressed *BoolValue `protobuf:"bytes,2,opt,name=expect_compressed,proto3"`
}

type StreamingInputCallResponse struct {
	AggregatedPayloadSize int32 `protobuf:"varint,1,opt,name=aggregated_payload_size,proto3"`
}

type ResponseParameters struct {
	Size       int32      `protobuf:"varint,1,opt,name=size,proto3"`
	IntervalUs int32      `protobuf:"varint,2,opt,name=interval_us,proto3"`
	Compressed *BoolValue `protobuf:"bytes,3,opt,name=compressed,proto3"`
}

type StreamingOutputCallRequest struct {
	ResponseParameters []*ResponseParameters `protobuf:"bytes,2,rep,name=response_parameters,proto3"`
	Payload            *Payload              `protobuf:"bytes,3,opt,name=payload,proto3"`
	ResponseStatus     *EchoStatus           `protobuf:"bytes,7,opt,name=response_status,proto3"`
}

type StreamingOutputCallResponse struct {
	Payload *Payload `protobuf:"bytes,1,opt,name=payload,proto3"`
}

// What github.com/golang/protobuf asks of a message.

func (m *Empty) Reset()         { *m = Empty{} }
func (m *Empty) String() string { return "Empty" }
func (m *Empty) ProtoMessage()  {}

func (m *BoolValue) Reset()         { *m = BoolValue{} }
func (m *BoolValue) String() string { return "BoolValue" }
func (m *BoolValue) ProtoMessage()  {}

func (m *Payload) Reset()         { *m = Payload{} }
func (m *Payload) String() string { return "Payload" }
func (m *Payload) ProtoMessage()  {}

func (m *EchoStatus) Reset()         { *m = EchoStatus{} }
func (m *EchoStatus) String() string { return "EchoStatus" }
func (m *EchoStatus) ProtoMessage()  {}

func (m *SimpleRequest) Reset()         { *m = SimpleRequest{} }
func (m *SimpleRequest) String() string { return "SimpleRequest" }
func (m *SimpleRequest) ProtoMessage()  {}

func (m *SimpleResponse) Reset()         { *m = SimpleResponse{} }
func (m *SimpleResponse) String() string { return "SimpleResponse" }
func (m *SimpleResponse) ProtoMessage()  {}

func (m *StreamingInputCallRequest) Reset()         { *m = StreamingInputCallRequest{} }
func (m *StreamingInputCallRequest) String() string { return "StreamingInputCallRequest" }
func (m *StreamingInputCallRequest) ProtoMessage()  {}

func (m *StreamingInputCallResponse) Reset()         { *m = StreamingInputCallResponse{} }
func (m *StreamingInputCallResponse) String() string { return "StreamingInputCallResponse" }
func (m *StreamingInputCallResponse) ProtoMessage()  {}

func (m *ResponseParameters) Reset()         { *m = ResponseParameters{} }
func (m *ResponseParameters) String() string { return "ResponseParameters" }
func (m *ResponseParameters) ProtoMessage()  {}

func (m *StreamingOutputCallRequest) Reset()         { *m = StreamingOutputCallRequest{} }
func (m *StreamingOutputCallRequest) String() string { return "StreamingOutputCallRequest" }
func (m *StreamingOutputCallRequest) ProtoMessage()  {}

func (m *StreamingOutputCallResponse) Reset()         { *m = StreamingOutputCallResponse{} }
func (m *StreamingOutputCallResponse) String() string { return "StreamingOutputCallResponse" }
func (m *StreamingOutputCallResponse) ProtoMessage()  {}
