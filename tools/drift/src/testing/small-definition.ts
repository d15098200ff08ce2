import type { Sources } from "../definition/sources.ts";

/** A definition with one of each thing that can be changed. */
export const small: Sources = {
  "spec/openapi.yaml": `openapi: 3.1.0
security:
  - Account: []
  - Key: []
paths:
  /things/{thingId}:
    $ref: paths/things.yaml#/thing
components:
  securitySchemes:
    Account:
      type: oauth2
      flows:
        clientCredentials:
          tokenUrl: /token
          scopes: {}
    Key:
      type: http
      scheme: digest
`,
  "spec/paths/things.yaml": `thing:
  parameters:
    - $ref: ../components/things.yaml#/thingId
  put:
    operationId: putThing
    summary: Put a Thing
    description: Puts a thing in its place.
    parameters:
      - $ref: ../components/things.yaml#/pretty
    requestBody:
      required: true
      content:
        application/vnd.atlas.2023-01-01+json:
          schema:
            $ref: ../components/things.yaml#/NewThing
          examples:
            plain:
              summary: A plain one.
              value:
                name: a
    responses:
      "200":
        headers:
          Limit:
            schema:
              type: integer
            example: 9
        content:
          application/vnd.atlas.2023-01-01+json:
            schema:
              $ref: ../components/things.yaml#/Thing
            examples:
              made:
                $ref: ../examples/things.yaml#/madeThing
      "404":
        content:
          application/json:
            schema:
              $ref: ../components/things.yaml#/Problem
            examples:
              missing:
                summary: There is none.
                value:
                  error: 404
`,
  "spec/components/things.yaml": `thingId:
  name: thingId
  in: path
  required: true
  schema:
    type: string
    pattern: ^[a-f]+$
  example: a
pretty:
  name: pretty
  in: query
  schema:
    type: boolean
    default: false
  example: true
NewThing:
  type: object
  additionalProperties: false
  required: [name]
  properties:
    name:
      type: string
      minLength: 1
    links:
      type: array
      readOnly: true
      items:
        type: string
Thing:
  type: object
  required: [name, state]
  properties:
    name:
      type: string
    state:
      type: string
      enum: [Queued, Done]
    size:
      type: [integer, "null"]
Problem:
  type: object
  properties:
    error:
      type: integer
`,
  "spec/examples/things.yaml": `madeThing:
  summary: A thing as it was made.
  value:
    name: a
    state: Done
`,
};
