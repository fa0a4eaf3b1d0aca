module channelshapes

go 1.21
