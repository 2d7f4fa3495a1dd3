package import Graph

extension Graph {
  /// The hand-checkable graph of eight people: those of `examples/eight-people`.
  ///
  /// People are numbered ada, bea, cal, dan, eve, fay, gus, hal; every follow carries a trust. One vouch is added.
  package static let eightPeople = Graph(
    literal: """
      ada bea cal dan eve fay gus hal \
      ada>cal:0.8 ada>fay:0.5 ada>hal:0.7 cal>ada:0.9 cal>bea:0.3 cal>hal:0.8 dan>bea:0.6 \
      dan>eve:0.4 eve>bea:0.9 eve>dan:0.5 fay>ada:0.8 fay>bea:0.1 fay>cal:0.6 gus>ada:0.2 \
      gus>bea:0.4 hal>ada:0.9 hal>cal:0.7 \
      ada~yoga:1.0 cal~yoga:0.9 fay~yoga:0.8 gus~yoga:0.4 hal~yoga:1.0 \
      bea~pop:1.0 dan~pop:0.9 eve~pop:1.0 fay~pop:0.3 gus~pop:0.5 \
      cal@share@ada fay@reply@ada ada@reply@fay cal@share@ada fay@share@ada hal@mention@ada \
      dan@share@bea eve@share@bea eve@share@bea dan@like@bea eve@like@bea gus@like@bea \
      eve@mention@bea gus@like@bea ada@share@cal hal@reply@cal cal@reply@hal cal@reply@hal \
      hal@reply@cal ada@like@fay fay@mention@hal eve@share@dan \
      ada^yoga ada^yoga bea^pop bea^pop bea^pop bea^yoga cal^yoga hal^yoga dan^pop fay^yoga \
      fay+ada:yoga \
      cal$click$hal:p0 cal$purchase$hal=40 fay$click$hal:p1 fay$click$hal:p6 gus$click$hal:p5 \
      gus$bounce$hal:p5 eve$click$hal:p5 eve$bounce$hal:p5 fay$purchase$hal=60 \
      cal$purchase$hal=30
      """
  )
}
